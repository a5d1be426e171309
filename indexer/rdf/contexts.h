// The remote JSON-LD contexts that may be named: pinned copies, never fetched.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pinakes::rdf {

/// The allow-list: address of a context -> its JSON text. Immutable once filled; safe to share.
class Contexts {
 public:
  Contexts() = default;
  /// Reads `<home>/schemas/contexts/index.json` ({"file.jsonld": ["https://address", ...]}) and the
  /// files it names. Throws Error{Io} naming the file and the problem.
  explicit Contexts(const std::filesystem::path& home);
  void add(std::string address, std::string text);
  /// The text, or null where the address is not on the list.
  const std::string* find(std::string_view address) const;
  /// For messages: "known are ...".
  std::vector<std::string_view> addresses() const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace pinakes::rdf
