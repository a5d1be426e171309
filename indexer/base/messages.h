// Diagnostics as sentences: templates from schemas/messages/{en,fr}.json, filled with arguments.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/base/diagnostic.h"

namespace pinakes {

/// Where schemas/ and web/ are: PINAKES_HOME, or <program>/../share/pinakes. Throws Error{Io} that
/// names the folder looked for.
std::filesystem::path find_home();

/// The sentences of one language. Immutable; safe to share between threads.
class Messages {
 public:
  /// Reads `<home>/schemas/messages/<language>.json`. Throws Error{Io}.
  Messages(const std::filesystem::path& home, std::string_view language);
  ~Messages();
  Messages(Messages&&) noexcept;
  bool has(std::string_view code) const;
  /// `file:line:column: sentence`; the place prefix is the same in every language. An unknown code
  /// gives the code and its arguments.
  std::string format(const Diagnostic& diagnostic) const;
  /// The sentence alone.
  std::string sentence(const Diagnostic& diagnostic) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinakes
