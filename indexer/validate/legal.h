// Where rules come from: acts and specifications of schemas/legal.json.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/base/text_map.h"

namespace pinakes {

struct LegalReference {
  enum class Kind : std::uint8_t { Specification, Advice, Law } kind = Kind::Specification;
  std::string code, from;  // `from`: the day from which it is due, YYYY-MM-DD, or empty
  bool verified = false;   // we have read the text; what is not verified is not printed as law
  std::string en, fr;      // the reference, without the act
  std::string act_en, act_fr;
};

/// Immutable; safe to share between threads.
class LegalTable {
 public:
  /// Reads `<home>/schemas/legal.json`. Throws Error{Io}.
  explicit LegalTable(const std::filesystem::path& home);
  /// Null for a code that is not in the table.
  const LegalReference* find(std::string_view code) const;

 private:
  TextMap<LegalReference> references_;
};

}  // namespace pinakes
