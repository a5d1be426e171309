// Values of fields as slots of templates: text, its language, where it leads.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "indexer/dcat/values.h"
#include "server/render/i18n.h"
#include "server/render/templates.h"

namespace pinakes {

/// Labels and definitions of fields in one language (schemas/labels). Immutable.
class FieldLabels {
 public:
  /// Throws Error{Io} naming the file.
  explicit FieldLabels(const std::filesystem::path& file);
  /// The field's own name where the file does not know it.
  std::string label(std::string_view field) const;
  std::string definition(std::string_view field) const;

 private:
  std::map<std::string, std::pair<std::string, std::string>, std::less<>> entries_;
};

/// What every page needs to speak one language.
struct Speech {
  Sentences sentences;
  FieldLabels labels;
  const Vocabularies* vocabularies;
  const std::string& lang() const { return sentences.language(); }
  std::string operator()(std::string_view key, const Arguments& arguments = {}) const {
    return sentences.text(key, arguments);
  }
};

/// The text, or `false` where there is none: what an absent text is for a template.
Slots or_false(std::string text);

/// {text, lang: false unless it differs from the page's, translated: mark of a machine
/// translation}.
Slots literal_slots(const Speech& speech, const Literal& literal);
/// "Untitled (identifier)" as a literal of the page where there is no title.
Literal title_or_untitled(const Speech& speech, const std::vector<Literal>& titles,
                          std::string_view identifier);

/// Whether a concept or agent leads to a search for its like.
enum class Linking : std::uint8_t { None, Search };
/// {text, lang, translated, href, external, datetime, unknown, paragraphs}; each of them false
/// where it does not apply. `href` is ours, `external` an address that a publisher wrote.
Slots value_slots(const Speech& speech, const Field& field, const Value& value, Linking linking);

/// Names of a value: its own, else those that the vocabulary gives a concept (cards keep no labels
/// of known concepts).
const std::vector<Literal>& names_of(const Speech& speech, const Field& field, const Value& value);

/// Text of a value in the page's language: label of a concept, name of an agent, yes or no.
std::string value_text(const Speech& speech, const Field& field, const Value& value);

/// {kind: {open|conditional|permit|unstated: true}, label, lang, sentence} of an access level.
Slots access_slots(const Speech& speech, const std::vector<Value>& values);

}  // namespace pinakes
