// Cards of search hits: gathered from a dataset, encoded to bytes and back.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/card.h"

#include <algorithm>

#include "indexer/index/analyser.h"
#include "indexer/index/bytes.h"

namespace pinakes {
namespace {

enum Flag : unsigned { kSample = 1U << 0U, kHolderStated = 1U << 1U };

/// Title and description speak for all untagged texts of a record: one word alone is no evidence.
std::string detected(const FieldValues& fields) {
  std::string untagged;
  for (const auto& [field, list] : fields) {
    if (field->name != "title" && field->name != "description") continue;
    for (const Value& value : list)
      for (const Literal& literal : value.labels)
        if (literal.language.empty()) untagged.append(literal.text).append("\n");
  }
  return untagged.empty() ? std::string() : detect_language(untagged);
}

void write_value(ByteWriter& to, const Value& value) {
  to.text(value.id);
  to.text(value.iri);
  to.number(value.labels.size());
  for (const Literal& literal : value.labels) {
    to.text(literal.text);
    to.text(literal.language);
    to.text(literal.translated_from);
  }
  to.signed_number(value.days.first);
  to.signed_number(value.days.last);
  to.signed_number(value.number);
  to.number(value.known ? 1 : 0);
}

Value read_value(ByteReader& from) {
  Value value;
  value.id = from.text();
  value.iri = from.text();
  for (std::uint64_t n = from.number(); n > 0; --n) {
    Literal& literal = value.labels.emplace_back();
    literal.text = from.text();
    literal.language = from.text();
    literal.translated_from = from.text();
  }
  value.days.first = static_cast<std::int32_t>(from.signed_number());
  value.days.last = static_cast<std::int32_t>(from.signed_number());
  value.number = from.signed_number();
  value.known = from.number() != 0;
  return value;
}

}  // namespace

const std::vector<Value>& Card::values_of(std::string_view field) const {
  static const std::vector<Value> kNone;
  for (const auto& [row, list] : fields)
    if (row->name == field) return list;
  return kNone;
}

FieldValues field_values(const Dataset& dataset, const Vocabularies& vocabularies) {
  FieldValues fields;
  for (const Field& field : kFields) {
    if (field.use == 0) continue;
    std::vector<Value> list = values(dataset, field, vocabularies);
    if (!list.empty()) fields.emplace_back(&field, std::move(list));
  }
  return fields;
}

Card make_card(const Record& record, const Dataset& dataset, const Vocabularies& vocabularies) {
  return make_card(record, dataset, field_values(dataset, vocabularies));
}

Card make_card(const Record& record, const Dataset& dataset, const FieldValues& fields) {
  Card card;
  card.number = record.number;
  card.id = record.id;
  card.iri = record.iri;
  card.source = record.source;
  card.changed = record.changed;
  card.sample = is_sample_record(dataset);
  card.holder_stated = std::any_of(fields.begin(), fields.end(),
                                   [](const auto& f) { return f.first->name == "custodian"; });
  card.detected_language = detected(fields);
  for (const auto& [field, list] : fields) {
    if ((field->use & (kCard | kSearch)) == 0) continue;
    auto& kept = card.fields.emplace_back(field, list).second;
    if (field->kind != Kind::Concept) continue;
    for (Value& value : kept)
      if (value.known) value.labels.clear();
  }
  return card;
}

std::string encode(const Card& card) {
  ByteWriter to;
  to.number(kCardVersion);
  to.number(card.number);
  for (const std::string* text :
       {&card.id, &card.iri, &card.source, &card.changed, &card.detected_language})
    to.text(*text);
  to.number((card.sample ? kSample : 0U) | (card.holder_stated ? kHolderStated : 0U));
  to.number(card.fields.size());
  for (const auto& [field, list] : card.fields) {
    to.number(static_cast<std::uint64_t>(field - kFields.data()));
    to.number(list.size());
    for (const Value& value : list) write_value(to, value);
  }
  return to.take();
}

Card decode_card(std::string_view bytes) {
  const auto refuse = [] {
    throw Error(ErrorCode::IndexOutdated, "the index was written by another version",
                "rebuild it: pinakes-indexer rebuild --data DIR");
  };
  ByteReader from(bytes);
  if (from.number() != kCardVersion) refuse();
  Card card;
  card.number = static_cast<std::uint32_t>(from.number());
  for (std::string* text :
       {&card.id, &card.iri, &card.source, &card.changed, &card.detected_language})
    *text = from.text();
  const std::uint64_t flags = from.number();
  card.sample = (flags & kSample) != 0;
  card.holder_stated = (flags & kHolderStated) != 0;
  for (std::uint64_t n = from.number(); n > 0; --n) {
    const std::uint64_t row = from.number();
    if (row >= kFields.size()) refuse();
    auto& list = card.fields.emplace_back(&kFields[row], std::vector<Value>()).second;
    for (std::uint64_t v = from.number(); v > 0; --v) list.push_back(read_value(from));
  }
  return card;
}

}  // namespace pinakes
