// Terms, slots, metadata and the fingerprint.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/codec.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <fstream>

#include "indexer/base/text.h"
#include "indexer/index/analyser.h"
#include "indexer/index/bytes.h"
#include "indexer/index/card.h"

namespace pinakes::codec {
namespace {

// Xapian refuses terms over 245 bytes, and a NUL counts twice: far below that, hash.
constexpr std::size_t kMaxTermBytes = 180;
constexpr std::size_t kAgentKeyDigits = 8;

std::string bounded(std::string term) {
  const auto nuls = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (term.size() + nuls <= kMaxTermBytes) return term;
  const std::string hash = sha256_hex(term);
  return term.substr(0, 40) + '~' + hash;
}

std::string spell(char space, std::string_view name, std::string_view value) {
  std::string term;
  term.reserve(name.size() + value.size() + 2);
  term += space;
  if (!name.empty()) {
    term += name;
    term += ':';
  }
  term += value;
  return bounded(std::move(term));
}

void pack_literals(ByteWriter& to, const std::vector<Literal>& literals) {
  to.number(literals.size());
  for (const Literal& literal : literals) {
    to.text(literal.text);
    to.text(literal.language);
    to.text(literal.translated_from);
  }
}

std::vector<Literal> unpack_literals(ByteReader& from) {
  std::vector<Literal> literals;
  for (std::uint64_t n = from.number(); n > 0; --n) {
    Literal literal;
    literal.text = from.text();
    literal.language = from.text();
    literal.translated_from = from.text();
    literals.push_back(std::move(literal));
  }
  return literals;
}

}  // namespace

std::string text_term(std::string_view language, std::string_view stem) {
  const bool neutral =
      std::any_of(stem.begin(), stem.end(), [](char c) { return c >= '0' && c <= '9'; });
  std::string term;
  term.reserve(language.size() + stem.size() + 2);
  term += 'W';
  if (!neutral) term += language;
  term += ':';
  term += stem;
  return bounded(std::move(term));
}

std::string filter_term(const Field& field, std::string_view id) {
  return spell('V', field.name, value_key(field, id));
}

std::string exact_form(std::string_view text) {
  const std::string folded = fold(text);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(folded.data());
  const auto size = static_cast<std::int32_t>(folded.size());
  std::string form;
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    if (u_isalnum(c))
      form.append(folded, static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin));
    else if (!form.empty() && form.back() != ' ')
      form += ' ';
  }
  if (!form.empty() && form.back() == ' ') form.pop_back();
  return form;
}

std::string exact_term(std::string_view text) { return spell('X', {}, exact_form(text)); }

std::string_view value_key(const Field& field, std::string_view id) {
  if (field.kind != Kind::Agent || id.size() <= kAgentKeyDigits) return id;
  return id.substr(id.size() - kAgentKeyDigits);
}

unsigned slot(const Field& field) { return static_cast<unsigned>(field.slot); }

std::string pack_ids(const std::vector<std::string>& ids) {
  ByteWriter to;
  for (const std::string& id : ids) to.text(id);
  return to.take();
}

std::vector<std::string> unpack_ids(std::string_view bytes) {
  std::vector<std::string> ids;
  for (ByteReader from(bytes); !from.done();) ids.emplace_back(from.text());
  return ids;
}

std::string pack_intervals(const std::vector<Interval>& intervals) {
  ByteWriter to;
  for (const Interval& interval : intervals) {
    to.signed_number(interval.first);
    to.signed_number(interval.last);
  }
  return to.take();
}

std::vector<Interval> unpack_intervals(std::string_view bytes) {
  std::vector<Interval> intervals;
  for (ByteReader from(bytes); !from.done();) {
    const std::int64_t first = from.signed_number();
    intervals.push_back({first, from.signed_number()});
  }
  return intervals;
}

std::string pack_sort_keys(const std::vector<SortKey>& keys) {
  ByteWriter to;
  for (const SortKey& key : keys) {
    to.text(key.language);
    to.text(key.key);
  }
  return to.take();
}

std::vector<SortKey> unpack_sort_keys(std::string_view bytes) {
  std::vector<SortKey> keys;
  for (ByteReader from(bytes); !from.done();) {
    SortKey key;
    key.language = from.text();
    key.key = from.text();
    keys.push_back(std::move(key));
  }
  return keys;
}

std::string_view sort_key(const std::vector<SortKey>& keys, std::string_view language) {
  for (const std::string_view wanted : {language, std::string_view("en")})
    for (const SortKey& key : keys)
      if (key.language == wanted) return key.key;
  return keys.empty() ? std::string_view() : std::string_view(keys.front().key);
}

unsigned places_slot() {
  const auto last =
      std::max_element(kFields.begin(), kFields.end(),
                       [](const Field& a, const Field& b) { return a.slot < b.slot; });
  return slot(*last) + 1;
}

std::string pack_places(const std::vector<Places>& places) {
  ByteWriter to;
  for (const Places& place : places) {
    to.number(static_cast<std::uint64_t>(place.field - kFields.data()));
    to.number(place.first);
    to.number(place.end - place.first);
  }
  return to.take();
}

Places unpack_places(std::string_view bytes, const Field& field) {
  const auto wanted = static_cast<std::uint64_t>(&field - kFields.data());
  for (ByteReader from(bytes); !from.done();) {
    const std::uint64_t row = from.number(), first = from.number(), count = from.number();
    if (row == wanted)
      return {&field, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + count)};
  }
  return {&field, 0, 0};
}

std::string label_key(const Field& field, std::string_view id) {
  std::string key(kLabelPrefix);
  key += field.name;
  key += '/';
  key += value_key(field, id);
  return bounded(std::move(key));
}

std::string pack_label(const ValueLabel& label) {
  ByteWriter to;
  to.text(label.id);
  pack_literals(to, label.labels);
  return to.take();
}

ValueLabel unpack_label(std::string_view bytes) {
  ByteReader from(bytes);
  ValueLabel label;
  label.id = from.text();
  label.labels = unpack_literals(from);
  return label;
}

std::string fingerprint() {
  std::string all = "analyser " + std::to_string(kAnalyserVersion) + " card " +
                    std::to_string(kCardVersion) + " xapian " + Xapian::version_string() + '\n';
  for (const Field& field : kFields) {
    all += field.name;
    for (const int column :
         {static_cast<int>(field.kind), static_cast<int>(field.use), field.slot, field.weight})
      all += ' ' + std::to_string(column);
    for (const Path& path : field.paths)
      for (const std::string_view step : path) (all += ' ') += step;
    (all += ' ') += field.vocabulary;
    all += '\n';
  }
  return sha256_hex(all).substr(0, 16);
}

std::filesystem::path index_folder(const std::filesystem::path& data) { return data / "index"; }

std::optional<std::uint32_t> current_generation(const std::filesystem::path& data) {
  std::ifstream in(index_folder(data) / "current");
  std::string text;
  if (!std::getline(in, text)) return std::nullopt;
  std::uint32_t generation = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), generation);
  if (error != std::errc() || end != text.data() + text.size() || generation == 0)
    return std::nullopt;
  return generation;
}

std::filesystem::path datasets_folder(const std::filesystem::path& data, std::uint32_t generation) {
  return index_folder(data) / std::to_string(generation) / "datasets";
}

}  // namespace pinakes::codec
