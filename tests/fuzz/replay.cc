// Runs a fuzz target over a corpus and over mutations of it that are the same in every run.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

class Mutator {
 public:
  explicit Mutator(std::vector<std::string> corpus) : corpus_(std::move(corpus)) {}

  std::string next() {
    std::string text = corpus_[pick(corpus_.size())];
    for (std::size_t changes = 1 + pick(4); changes > 0; --changes) change(text);
    return text;
  }

 private:
  std::size_t pick(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_);
  }

  void change(std::string& text) {
    constexpr std::string_view kBytes = "<>\"'\\.;,[]()@^:_#%ua0 \n\r\xC3\xFF";
    const std::size_t at = pick(text.size() + 1);
    switch (pick(5)) {
      case 0:
        text.insert(at, 1, kBytes[pick(kBytes.size())]);
        break;
      case 1:
        text.erase(at, 1 + pick(8));
        break;
      case 2:
        if (at < text.size()) text[at] = static_cast<char>(pick(256));
        break;
      case 3:
        text.resize(at);
        break;
      default: {
        const std::string& other = corpus_[pick(corpus_.size())];
        text.insert(at, other.substr(pick(other.size() + 1), 40));
      }
    }
  }

  std::vector<std::string> corpus_;
  std::mt19937 random_{20260923};
};

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(arguments[1]))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> corpus;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    run(corpus.back());
  }
  if (corpus.empty()) return 2;
  for (const char* bracket : {"[", "(", "[<p>", "(["}) {
    std::string deep = "<s> <p> ";
    for (int i = 0; i < 200'000; ++i) deep += bracket;
    run(deep);
  }
  Mutator mutator(corpus);
  for (long i = std::atol(arguments[2]); i > 0; --i) run(mutator.next());
  std::printf("%zu files and %s mutations: no crash\n", corpus.size(), arguments[2]);
  return 0;
}
