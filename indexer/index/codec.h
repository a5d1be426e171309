// How the index spells things: the only code that knows terms, slots, metadata keys, fingerprint.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/dcat/vocabulary.h"
#include "schemas/fields.h"

namespace pinakes::codec {

// --- terms; each at most 245 bytes, longer ones hashed ---

/// A word of any searchable field as the language of its text (one of kStemLanguages) stems it: its
/// only posting, with positions. Letters with digits (2018, COVID19, I21) are no word of a
/// language: they have the same term in all of them.
std::string text_term(std::string_view language, std::string_view stem);
/// A value of a filter field.
std::string filter_term(const Field& field, std::string_view id);
/// A whole title, alternative title or identifier, whatever its case, accents and punctuation.
std::string exact_term(std::string_view text);
/// What exact_term compares: folded, runs of anything but letters and digits one space.
std::string exact_form(std::string_view text);

/// What makes two values of a field the same: of an agent the 8 hex digits of its key, so that a
/// renamed holder keeps its address; else the id.
std::string_view value_key(const Field& field, std::string_view id);

// --- value slots ---

unsigned slot(const Field& field);
std::string pack_ids(const std::vector<std::string>& ids);
std::vector<std::string> unpack_ids(std::string_view bytes);

/// Both ends included: days of a Date or Period, or a number twice.
struct Interval {
  std::int64_t first, last;
  friend bool operator==(const Interval&, const Interval&) = default;
};
std::string pack_intervals(const std::vector<Interval>& intervals);
std::vector<Interval> unpack_intervals(std::string_view bytes);

/// The collation keys of a text field, one per language; "" for untagged.
struct SortKey {
  std::string language, key;
};
std::string pack_sort_keys(const std::vector<SortKey>& keys);
std::vector<SortKey> unpack_sort_keys(std::string_view bytes);
/// The key a reader of `language` sorts by: that language, else English, else the first.
std::string_view sort_key(const std::vector<SortKey>& keys, std::string_view language);

/// Where the words of one field stand among the positions of a record: `first`, up to before `end`.
/// What `title:word` asks is whether one of the word's positions is in there.
struct Places {
  const Field* field;
  std::uint32_t first, end;
  friend bool operator==(const Places&, const Places&) = default;
};
/// Behind the slots of the field table.
unsigned places_slot();
std::string pack_places(const std::vector<Places>& places);
/// Those of that field; `first` equals `end` where the record has no word there.
Places unpack_places(std::string_view bytes, const Field& field);

// --- metadata ---

inline constexpr std::string_view kFingerprintKey = "pinakes.fingerprint";
inline constexpr std::string_view kSequenceKey = "pinakes.sequence";
inline constexpr std::string_view kUpdatedKey = "pinakes.updated";
/// Stem languages of the catalogue's texts, separated by spaces.
inline constexpr std::string_view kLanguagesKey = "pinakes.languages";
/// Labels of agents and of concepts that no vocabulary knows: prefix, field name, '/', value key.
inline constexpr std::string_view kLabelPrefix = "pinakes.label/";
std::string label_key(const Field& field, std::string_view id);

struct ValueLabel {
  std::string id;
  std::vector<Literal> labels;
};
std::string pack_label(const ValueLabel& label);
ValueLabel unpack_label(std::string_view bytes);

/// Field table (index columns), analyser and Xapian in 16 hex digits: an index with another
/// fingerprint cannot be read or continued, only rebuilt.
std::string fingerprint();

// --- files ---

/// `<data>/index`.
std::filesystem::path index_folder(const std::filesystem::path& data);
/// The generation that `<data>/index/current` names; nullopt where there is none.
std::optional<std::uint32_t> current_generation(const std::filesystem::path& data);
/// `<data>/index/<generation>/datasets`.
std::filesystem::path datasets_folder(const std::filesystem::path& data, std::uint32_t generation);

}  // namespace pinakes::codec
