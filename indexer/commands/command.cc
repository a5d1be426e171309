// What the commands of pinakes-indexer share.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/command.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "indexer/base/error.h"

namespace pinakes::commands {
namespace {
[[noreturn]] void cannot_write() {
  throw Error(ErrorCode::Io,
              std::string("cannot write to standard output: ") + std::strerror(errno));
}
}  // namespace

void StandardOutput::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size()) return;
  failed_ = true;  // a writer that empties its buffer in a destructor cannot pass the error on
  cannot_write();
}

void StandardOutput::finish() {
  if (failed_ || std::fflush(stdout) != 0 || std::ferror(stdout) != 0) cannot_write();
}

std::string format_names(bool (*chosen)(const rdf::Format&)) {
  std::string names;
  for (const rdf::Format& format : rdf::formats()) {
    if (!chosen(format)) continue;
    if (!names.empty()) names += ", ";
    names += format.name;
  }
  return names;
}

std::string grouped(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string byte_size(std::uintmax_t bytes) {
  static constexpr std::array kUnits = {"bytes", "kB", "MB", "GB", "TB"};
  auto size = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; size >= 1000 && unit + 1 < kUnits.size(); ++unit) size /= 1000;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), unit == 0 ? "%.0f %s" : "%.1f %s", size, kUnits.at(unit));
  return text.data();
}

}  // namespace pinakes::commands
