// From the paths of a command line to the files of a run, and a file's bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/diagnostic.h"

namespace pinakes {

struct InputFile {
  std::string shown;     // as messages name it: the path given, or the folder given plus the rest
  std::string absolute;  // what the store knows it by
  std::uintmax_t bytes = 0;
  bool named = false;  // given by itself, not met in a folder
};

/// Folders are walked in sorted order; hidden files, files of unknown extension and folders already
/// walked (loops of symbolic links) are left out. Each file once. What cannot be read is a
/// diagnostic (unreadable-file).
std::vector<InputFile> input_files(const std::vector<std::string>& paths, Diagnostics& found);

/// `a.ttl` of `a.ttl.gz`, `catalogue.tar` of `catalogue.tgz`: what is left of a name without the
/// ending of a compression.
std::string without_compression(std::string_view name);
/// Whether a file of that name, met in a folder or an archive, is taken: RDF, compressed RDF, or
/// something compressed that does not say what it is.
bool is_document_name(std::string_view name);
/// `.zip`, `.tar`, `.tar.gz`, `.tgz`...
bool is_archive_name(std::string_view name);

/// A file's bytes as they were at one moment: read, not mapped, because a mapped file that its
/// owner cuts short ends the program. Throws Error{InputUnreadable}, also where the file changes
/// meanwhile.
class FileBytes {
 public:
  explicit FileBytes(const InputFile& file);
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  std::string_view view() const { return {data_.get(), size_}; }

 private:
  std::unique_ptr<char[]> data_;
  std::size_t size_ = 0;
};

/// Bytes that come one after another.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// At most `size` bytes; 0 at the end. Throws Error{InputUnreadable}.
  virtual std::size_t read(char* into, std::size_t size) = 0;
};

/// An input once it is open: a small one is in memory, a large one is read in pieces as often as
/// needed. Throws Error{InputUnreadable} as FileBytes does.
class OpenInput : public ByteStream {
 public:
  /// Files of up to `in_memory` bytes are read at once.
  OpenInput(InputFile file, std::uint64_t in_memory);
  /// All of standard input, at most `limit` bytes. `shown` is how messages name it.
  static OpenInput standard_input(std::string shown, std::uint64_t limit);
  ~OpenInput() override;
  OpenInput(OpenInput&& other) noexcept;

  const InputFile& file() const { return file_; }
  std::uint64_t size() const { return size_; }
  bool in_memory() const { return descriptor_ < 0; }
  /// All bytes, if in memory; else the first 64 KB.
  std::string_view start() const;
  std::string sha256();
  /// From the first byte on; throws where the file changed since it was opened.
  void rewind();
  std::size_t read(char* into, std::size_t size) override;
  /// For libraries that seek; not to be closed. Negative if in memory.
  int descriptor() const { return descriptor_; }

 private:
  OpenInput() = default;
  void check_unchanged() const;

  InputFile file_;
  std::unique_ptr<FileBytes> bytes_;  // of a small file
  std::string text_;                  // standard input, or the first bytes of a large file
  std::uint64_t size_ = 0, done_ = 0;
  int descriptor_ = -1;
  std::int64_t changed_seconds_ = 0, changed_nanoseconds_ = 0;
};

}  // namespace pinakes
