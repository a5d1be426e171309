// Runs a fuzz target over its corpus and over mutations of it that are the same in every run.
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

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The seeds of a folder, in the order of their names.
std::vector<std::string> seeds(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> corpus;
  for (const auto& file : files) corpus.push_back(contents(file));
  return corpus;
}

/// What a fuzzer has grown, as pack.sh wrote it: each input behind its length and a line end.
std::vector<std::string> grown(const std::filesystem::path& pack) {
  const std::string all = contents(pack);
  std::vector<std::string> inputs;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t line_end = all.find('\n', at);
    if (line_end == std::string::npos) std::abort();
    const std::size_t size = std::stoul(all.substr(at, line_end - at));
    inputs.push_back(all.substr(line_end + 1, size));
    at = line_end + 1 + size;
  }
  return inputs;
}

}  // namespace

/// FOLDER MUTATIONS: replays FOLDER and FOLDER.pack, then mutations of both.
/// --unpack PACK FOLDER: the inputs as files, for a fuzzer to begin with.
int main(int count, char** arguments) {
  if (count == 4 && std::string_view(arguments[1]) == "--unpack") {
    std::size_t number = 0;
    for (const std::string& input : grown(arguments[2]))
      std::ofstream(std::filesystem::path(arguments[3]) / std::to_string(number++),
                    std::ios::binary)
          << input;
    return 0;
  }
  if (count < 3) return 2;
  std::vector<std::string> corpus = seeds(arguments[1]);
  if (corpus.empty()) return 2;
  std::ranges::move(grown(std::string(arguments[1]) + ".pack"), std::back_inserter(corpus));
  for (const std::string& input : corpus) run(input);
  for (const char* bracket : {"[", "(", "[<p>", "(["}) {
    std::string deep = "<s> <p> ";
    for (int i = 0; i < 200'000; ++i) deep += bracket;
    run(deep);
  }
  Mutator mutator(corpus);
  for (long i = std::atol(arguments[2]); i > 0; --i) run(mutator.next());
  std::printf("%zu inputs and %s mutations: no crash\n", corpus.size(), arguments[2]);
  return 0;
}
