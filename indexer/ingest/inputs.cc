// From the paths of a command line to the files of a run, and a file's bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/inputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <set>
#include <system_error>
#include <utility>

#include "indexer/base/error.h"
#include "indexer/base/text.h"
#include "indexer/rdf/formats.h"

namespace pinakes {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = std::size_t{4} << 30U;  // a graph of it would not fit anyway
constexpr std::size_t kStart = std::size_t{64} << 10U;  // of a large file: what a format is told by
constexpr int kDeepestFolder = 100;

/// Endings of compressed files and what is left of the name without them.
struct Ending {
  std::string_view ending, instead;
};
constexpr auto kCompressions = std::to_array<Ending>({{".gz", ""},
                                                      {".zst", ""},
                                                      {".xz", ""},
                                                      {".bz2", ""},
                                                      {".tgz", ".tar"},
                                                      {".tzst", ".tar"},
                                                      {".txz", ".tar"},
                                                      {".tbz2", ".tar"}});

bool ends_with_ignoring_case(std::string_view text, std::string_view lower_end) {
  return text.size() > lower_end.size() &&
         std::equal(lower_end.rbegin(), lower_end.rend(), text.rbegin(), [](char a, char b) {
           return a == b || (b >= 'A' && b <= 'Z' && a == static_cast<char>(b + 32));
         });
}

class Walk {
 public:
  explicit Walk(Diagnostics& found) : found_(found) {}

  void path(const fs::path& path, bool named, int depth) {
    std::error_code failed;
    const fs::path real = fs::canonical(path, failed);
    if (failed) return unreadable(path, failed.message());
    if (fs::is_directory(real, failed)) return folder(path, real, depth);
    const std::string name = path.filename().string();
    if (!named && !is_document_name(name) && !is_archive_name(name)) return;
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

/// Fills `state`. Not blocking: opening a named pipe would wait for a writer.
int open_regular(const InputFile& file, struct stat& state) {
  const int descriptor = open(file.absolute.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) cannot_read(file, descriptor, std::strerror(errno));
  if (fstat(descriptor, &state) != 0) cannot_read(file, descriptor, std::strerror(errno));
  if (!S_ISREG(state.st_mode)) cannot_read(file, descriptor, "not a regular file");
  return descriptor;
}

/// At most `size` bytes, 0 at the end.
std::size_t read_some(const InputFile& file, int descriptor, char* into, std::size_t size) {
  for (;;) {
    const ssize_t got = read(descriptor, into, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) cannot_read(file, -1, std::strerror(errno));
  }
}

}  // namespace

std::vector<InputFile> input_files(const std::vector<std::string>& paths, Diagnostics& found) {
  Walk walk(found);
  for (const std::string& path : paths) walk.path(path, true, 0);
  return walk.take();
}

std::string without_compression(std::string_view name) {
  for (const auto& [ending, instead] : kCompressions)
    if (ends_with_ignoring_case(name, ending))
      return std::string(name.substr(0, name.size() - ending.size())).append(instead);
  return std::string(name);
}

bool is_archive_name(std::string_view name) {
  const std::string packed = without_compression(name);
  return ends_with_ignoring_case(packed, ".tar") || ends_with_ignoring_case(packed, ".zip");
}

bool is_document_name(std::string_view name) {
  const fs::path inner = without_compression(name);
  if (const rdf::Format* format = rdf::format_of_extension(inner)) return format->read != nullptr;
  return inner.string() != name && !inner.has_extension();
}

FileBytes::FileBytes(const InputFile& file) {
  struct stat before {
  }, after{};
  const int descriptor = open_regular(file, before);
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

OpenInput::OpenInput(InputFile file, std::uint64_t in_memory) : file_(std::move(file)) {
  struct stat state {};
  const int descriptor = open_regular(file_, state);
  size_ = static_cast<std::uint64_t>(state.st_size);
  if (size_ <= in_memory) {
    close(descriptor);
    bytes_ = std::make_unique<FileBytes>(file_);
    size_ = bytes_->view().size();
    return;
  }
  descriptor_ = descriptor;
  changed_seconds_ = state.st_mtim.tv_sec;
  changed_nanoseconds_ = state.st_mtim.tv_nsec;
  text_.resize(std::min<std::uint64_t>(size_, kStart));
  std::size_t got = 0;
  for (std::size_t more = 1; more > 0 && got < text_.size(); got += more)
    more = read_some(file_, descriptor_, text_.data() + got, text_.size() - got);
  text_.resize(got);
  rewind();
}

OpenInput OpenInput::standard_input(std::string shown, std::uint64_t limit) {
  OpenInput input;
  input.file_ = {shown, std::move(shown), 0, true};
  std::size_t got = 0;
  do {
    input.text_.resize(std::max(kStart, got * 2));
    const std::size_t more =
        read_some(input.file_, STDIN_FILENO, input.text_.data() + got, input.text_.size() - got);
    if (more == 0) break;
    got += more;
  } while (got <= limit);
  if (got > limit)
    throw Error(ErrorCode::InputUnreadable,
                "standard input is longer than " + std::to_string(limit >> 20U) + " MB",
                "write it to a file and name the file");
  input.text_.resize(got);
  input.size_ = got;
  return input;
}

OpenInput::~OpenInput() {
  if (descriptor_ >= 0) close(descriptor_);
}

OpenInput::OpenInput(OpenInput&& other) noexcept
    : file_(std::move(other.file_)),
      bytes_(std::move(other.bytes_)),
      text_(std::move(other.text_)),
      size_(other.size_),
      done_(other.done_),
      descriptor_(std::exchange(other.descriptor_, -1)),
      changed_seconds_(other.changed_seconds_),
      changed_nanoseconds_(other.changed_nanoseconds_) {}

std::string_view OpenInput::start() const {
  return bytes_ ? bytes_->view() : std::string_view(text_);
}

std::string OpenInput::sha256() {
  if (in_memory()) return sha256_hex(start());
  rewind();
  Sha256 hash;
  const auto piece = std::make_unique_for_overwrite<char[]>(kStart);
  while (const std::size_t got = read(piece.get(), kStart)) hash.add({piece.get(), got});
  rewind();
  return hash.hex();
}

void OpenInput::rewind() {
  done_ = 0;
  if (in_memory()) return;
  check_unchanged();
  if (lseek(descriptor_, 0, SEEK_SET) != 0) cannot_read(file_, -1, std::strerror(errno));
}

std::size_t OpenInput::read(char* into, std::size_t size) {
  if (in_memory()) {
    const std::string_view rest = start().substr(done_);
    const std::size_t got = rest.copy(into, size);
    done_ += got;
    return got;
  }
  const std::size_t got = read_some(file_, descriptor_, into, size);
  done_ += got;
  if (got == 0 || done_ > size_) check_unchanged();
  if (got == 0 && done_ < size_) cannot_read(file_, -1, kChanged);
  return got;
}

void OpenInput::check_unchanged() const {
  struct stat now {};
  if (fstat(descriptor_, &now) != 0 || static_cast<std::uint64_t>(now.st_size) != size_ ||
      now.st_mtim.tv_sec != changed_seconds_ || now.st_mtim.tv_nsec != changed_nanoseconds_)
    cannot_read(file_, -1, kChanged);
}

}  // namespace pinakes
