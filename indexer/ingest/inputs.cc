// From the paths of a command line to the files of a run, and a file's bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/inputs.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <system_error>

#include "indexer/base/error.h"
#include "indexer/rdf/formats.h"

namespace pinakes {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = std::size_t{4} << 30U;  // a graph of it would not fit anyway
constexpr int kDeepestFolder = 100;

class Walk {
 public:
  explicit Walk(Diagnostics& found) : found_(found) {}

  void path(const fs::path& path, bool named, int depth) {
    std::error_code failed;
    const fs::path real = fs::canonical(path, failed);
    if (failed) return unreadable(path, failed.message());
    if (fs::is_directory(real, failed)) return folder(path, real, depth);
    const auto bytes = fs::file_size(real, failed);
    if (failed) return unreadable(path, failed.message());
    if (!named && rdf::format_of_extension(path) == nullptr) return;
    if (seen_.insert(real).second) files_.push_back({path.string(), real.string(), bytes, named});
  }

  std::vector<InputFile> take() { return std::move(files_); }

 private:
  void folder(const fs::path& path, const fs::path& real, int depth) {
    if (depth > kDeepestFolder || !seen_.insert(real).second) return;
    std::error_code failed;
    std::vector<fs::path> names;
    for (fs::directory_iterator entry(real, failed), end; !failed && entry != end;
         entry.increment(failed))
      names.push_back(entry->path().filename());
    if (failed) return unreadable(path, failed.message());
    std::sort(names.begin(), names.end());
    for (const fs::path& name : names)
      if (!name.string().starts_with('.')) this->path(path / name, false, depth + 1);
  }

  void unreadable(const fs::path& path, const std::string& reason) {
    found_.push_back({"unreadable-file",
                      Severity::Error,
                      {{"file", path.string()}, {"reason", reason}},
                      {path.string(), {}, {}}});
  }

  Diagnostics& found_;
  std::set<fs::path> seen_;
  std::vector<InputFile> files_;
};

[[noreturn]] void cannot_read(const InputFile& file, int descriptor, const std::string& reason) {
  if (descriptor >= 0) close(descriptor);
  throw Error(ErrorCode::InputUnreadable, reason + " (" + file.shown + ")");
}

}  // namespace

std::vector<InputFile> input_files(const std::vector<std::string>& paths, Diagnostics& found) {
  Walk walk(found);
  for (const std::string& path : paths) walk.path(path, true, 0);
  return walk.take();
}

FileBytes::FileBytes(const InputFile& file) {
  const int descriptor = open(file.absolute.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) cannot_read(file, descriptor, std::strerror(errno));
  struct stat facts {};
  if (fstat(descriptor, &facts) != 0) cannot_read(file, descriptor, std::strerror(errno));
  if (!S_ISREG(facts.st_mode)) cannot_read(file, descriptor, "not a regular file");
  size_ = static_cast<std::size_t>(facts.st_size);
  if (size_ > kLargestFile) cannot_read(file, descriptor, "larger than 4 GB");
  if (size_ > 0) {
    data_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (data_ == MAP_FAILED) {
      data_ = nullptr;
      cannot_read(file, descriptor, std::strerror(errno));
    }
    madvise(data_, size_, MADV_SEQUENTIAL);
  }
  close(descriptor);
}

FileBytes::~FileBytes() {
  if (data_ != nullptr) munmap(data_, size_);
}

}  // namespace pinakes
