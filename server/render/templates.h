// Mustache templates of web/pages: parsed once, filled from JSON values.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace pinakes {

/// What fills a template: text, true or false (sections), lists, objects. An absent text is
/// `false`, never "": Mustache takes an empty text for true, and a missing name for the outer one.
using Slots = nlohmann::json;

/// Safe to share between threads once share() is no longer called.
class Templates {
 public:
  /// Reads every `*.html` of the folder; `{{> name}}` is replaced by that file once, here.
  /// Throws Error{Io} naming the file that is missing or does not parse.
  explicit Templates(const std::filesystem::path& folder);
  ~Templates();

  /// Keeps slots for many renderings (the sentences of a language) under that name.
  void share(const std::string& name, const Slots& slots);

  /// The page of that name; a name is looked up in `slots`, then in the shared slots `shared`.
  std::string render(std::string_view page, std::string_view shared, const Slots& slots) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinakes
