// Sentences of the interface in one language (web/i18n), with its plurals, numbers and dates.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/base/date.h"

namespace pinakes {

/// Values for the {slots} of a sentence. Numbers choose plural forms.
using Arguments = std::vector<std::pair<std::string_view, std::variant<std::string, std::int64_t>>>;

/// A date as people read it and as `<time datetime>` wants it.
struct ShownDate {
  std::string text, datetime;
};

/// One file of ICU MessageFormat patterns, parsed once. Safe to share between threads.
class Sentences {
 public:
  /// Throws Error{Io} naming the file and, for a bad pattern, its key.
  Sentences(const std::filesystem::path& file, std::string language);
  ~Sentences();
  Sentences(Sentences&&) noexcept;

  const std::string& language() const;
  /// The sentence of that key. Throws Error{Internal} for a key the file does not have.
  std::string text(std::string_view key, const Arguments& arguments = {}) const;
  /// Every sentence without slots, by key: what templates name directly.
  const std::map<std::string, std::string, std::less<>>& plain() const;

  /// Grouped as the language does: 1,234 or 1 234 with U+202F.
  std::string number(std::int64_t value) const;
  /// Bytes in the nearest decimal unit: "3.4 MB".
  std::string bytes(std::int64_t value) const;
  /// "2 January 2026".
  std::string day(std::int32_t at) const;
  /// A day, a month or a year, as precise as the interval is. Both ends must be bounded.
  ShownDate date(Days days) const;
  /// "2010–2020", "since 2010", "until 2020"; empty where both ends are open.
  std::string years(Days days) const;
  /// The same with whole dates.
  std::string period(Days days) const;
  /// Name of a language in this language: nl -> Dutch, néerlandais. The code where ICU has no name.
  std::string language_name(std::string_view code) const;
  /// "machine translation from Dutch".
  std::string translated_from(std::string_view code) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The year a day falls in.
int year_of(std::int32_t day);

}  // namespace pinakes
