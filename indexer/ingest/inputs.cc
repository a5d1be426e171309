// From the paths of a command line to the files of a run, and a file's bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/inputs.h"

#include <fcntl.h>
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
    if (!named && rdf::format_of_extension(path) == nullptr) return;
    if (!fs::is_regular_file(real, failed)) return unreadable(path, "not a regular file");
    const auto bytes = fs::file_size(real, failed);
    if (failed) return unreadable(path, failed.message());
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

constexpr const char* kChanged =
    "the file changed while it was read; run again when it is complete";

bool same_state(const struct stat& before, const struct stat& after) {
  return before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
         before.st_mtim.tv_nsec == after.st_mtim.tv_nsec;
}

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
  // Not blocking: opening a named pipe would wait for a writer.
  const int descriptor = open(file.absolute.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) cannot_read(file, descriptor, std::strerror(errno));
  struct stat before {
  }, after{};
  if (fstat(descriptor, &before) != 0) cannot_read(file, descriptor, std::strerror(errno));
  if (!S_ISREG(before.st_mode)) cannot_read(file, descriptor, "not a regular file");
  size_ = static_cast<std::size_t>(before.st_size);
  if (size_ > kLargestFile) cannot_read(file, descriptor, "larger than 4 GB");
  data_ = std::make_unique_for_overwrite<char[]>(size_);
  for (std::size_t done = 0; done < size_;) {
    const ssize_t got = read(descriptor, data_.get() + done, size_ - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) cannot_read(file, descriptor, std::strerror(errno));
    if (got == 0) cannot_read(file, descriptor, kChanged);
    done += static_cast<std::size_t>(got);
  }
  if (fstat(descriptor, &after) != 0 || !same_state(before, after))
    cannot_read(file, descriptor, kChanged);
  close(descriptor);
}

}  // namespace pinakes
