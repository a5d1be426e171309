// Where the data shared by all checkouts is: conformance suites, corpora.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace pinakes::tests {

/// PINAKES_SHARED, or ../shared beside the repository. May not exist: then say so and skip.
inline std::filesystem::path shared() {
  if (const char* set = std::getenv("PINAKES_SHARED"); set != nullptr && *set != '\0') return set;
  return std::filesystem::path(PINAKES_ROOT).parent_path() / "shared";
}

inline std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace pinakes::tests
