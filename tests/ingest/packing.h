// Builds compressed files and archives for tests.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinakes::test {

using Entries = std::vector<std::pair<std::string, std::string>>;  // name, text

/// `format`: raw, zip, ustar, gnutar. `filter`: none, gzip, zstd, xz, bzip2.
inline std::string packed(const char* format, const char* filter, const Entries& entries,
                          const char* passphrase = nullptr) {
  std::string bytes;
  archive* a = archive_write_new();
  const auto check = [&](int status) {
    if (status < ARCHIVE_WARN) throw std::runtime_error(archive_error_string(a));
  };
  check(archive_write_set_format_by_name(a, format));
  if (std::string_view(filter) != "none") check(archive_write_add_filter_by_name(a, filter));
  if (passphrase != nullptr) {
    check(archive_write_set_options(a, "zip:encryption=traditional"));
    check(archive_write_set_passphrase(a, passphrase));
  }
  const auto take = [](archive*, void* to, const void* from, std::size_t size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(from), size);
    return static_cast<la_ssize_t>(size);
  };
  check(archive_write_set_bytes_in_last_block(a, 1));
  check(archive_write_open(a, &bytes, nullptr, take, nullptr));
  for (const auto& [name, text] : entries) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    check(archive_write_header(a, entry));
    if (!text.empty() && archive_write_data(a, text.data(), text.size()) < 0)
      throw std::runtime_error(archive_error_string(a));
    archive_entry_free(entry);
  }
  check(archive_write_close(a));
  archive_write_free(a);
  return bytes;
}

inline std::string compressed(const char* filter, const std::string& text) {
  return packed("raw", filter, {{"data", text}});
}

}  // namespace pinakes::test
