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

}  // namespace pinakes
