// DATA/lock: one process writes store and index at a time.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/store/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include "indexer/base/error.h"
#include "indexer/base/text.h"
#include "indexer/store/database.h"

namespace pinakes {
namespace {

std::string contents(int descriptor) {
  std::array<char, 1024> bytes{};
  const ssize_t size = pread(descriptor, bytes.data(), bytes.size(), 0);
  std::string text(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  for (char& c : text)
    if (c == '\n') c = ' ';
  return std::string(trim(text));
}

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

}  // namespace

WriteLock::WriteLock(const std::filesystem::path& data, std::string_view command) {
  std::error_code failed;
  std::filesystem::create_directories(data, failed);
  if (failed)
    throw Error(ErrorCode::Io, "cannot make the folder " + data.string() + ": " + failed.message());
  const std::string file = (data / "lock").string();
  descriptor_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0)
    throw Error(ErrorCode::Io, "cannot open " + file + ": " + std::strerror(errno));
  if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const std::string holder = contents(descriptor_);
    close(descriptor_);
    throw Error(ErrorCode::Locked,
                data.string() + " is being written by another process: " + holder,
                "wait until it ends; a lock left by a crash is free at once");
  }
  const std::string text = "pid " + std::to_string(getpid()) + "\nhost " + host_name() +
                           "\nsince " + utc_now() + "\ncommand " + std::string(command) + "\n";
  if (ftruncate(descriptor_, 0) != 0 ||
      pwrite(descriptor_, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) {
    close(descriptor_);
    throw Error(ErrorCode::Io, "cannot write " + file + ": " + std::strerror(errno));
  }
}

WriteLock::~WriteLock() { close(descriptor_); }

}  // namespace pinakes
