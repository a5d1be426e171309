// DATA/lock: one process writes store and index at a time.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace pinakes {

/// Held until destroyed, or until the process ends however it ends (flock). The file stays; who
/// holds it stands inside: pid, host, start, command.
class WriteLock {
 public:
  /// Makes `data` where it is missing. Throws Error{Locked} naming the holder, Error{Io}.
  WriteLock(const std::filesystem::path& data, std::string_view command);
  ~WriteLock();
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace pinakes
