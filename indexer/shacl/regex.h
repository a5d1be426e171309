// Regular expressions of sh:pattern: compiled once, bounded in time and memory.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace pinakes::shacl {

/// An expression of SPARQL's REGEX (XPath functions section 5.6), as near as ICU's language is:
/// character class subtraction and \i and \c are refused.
class Regex {
 public:
  /// `flags` as in XPath: i, s, m, x, q. Nullopt where the expression or a flag is not valid.
  static std::optional<Regex> compile(std::string_view pattern, std::string_view flags);
  ~Regex();
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;

  enum class Outcome : std::uint8_t { Found, NotFound, TooCostly };
  /// Whether the expression matches a part of the text; gives up after about a second or where
  /// the expression asks for more than 8 MB of memory. Not for two threads at once: each takes its
  /// copy.
  Outcome search(std::string_view text);
  Regex copy() const;

 private:
  struct Impl;
  explicit Regex(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinakes::shacl
