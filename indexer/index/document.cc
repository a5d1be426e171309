// From field values to terms, slots and document data.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/document.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <map>

#include "indexer/base/text_map.h"
#include "indexer/index/analyser.h"
#include "indexer/index/codec.h"

namespace pinakes {
namespace {

// One place stays empty between two texts, so that no phrase reaches from one into the next; small
// positions take fewer bytes.
constexpr std::uint32_t kPositionGap = 2;
// Enough to order titles; the record's number decides between longer twins.
constexpr std::size_t kMaxSortKeyBytes = 96;
// Roughly what Xapian keeps of a posting until it is flushed (measured on glass).
constexpr std::size_t kPostingBytes = 72;

struct Posting {
  unsigned weight = 0;
  std::vector<Xapian::termpos> positions;
};

using Postings = TextMap<Posting>;

/// A machine's translation says less than its author's words.
unsigned weight_of(const Field& field, bool translated) {
  const int weight = translated ? std::max(1, field.weight / 2) : field.weight;
  return static_cast<unsigned>(weight);
}

bool is_column(const Field& field) {
  return field.slot >= 0 &&
         (field.kind == Kind::Concept || field.kind == Kind::Agent || field.kind == Kind::Boolean ||
          field.kind == Kind::Presence || field.kind == Kind::Code);
}

std::string pack_facet(const Field& field, const std::vector<Value>& list) {
  std::vector<std::string> keys;
  keys.reserve(list.size());
  for (const Value& value : list) keys.emplace_back(codec::value_key(field, value.id));
  std::sort(keys.begin(), keys.end());  // the same set has the same bytes
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return codec::pack_ids(keys);
}

std::string pack_numbers(const Field& field, const std::vector<Value>& list) {
  std::vector<codec::Interval> intervals;
  for (const Value& value : list) {
    if (field.kind == Kind::Integer)
      intervals.push_back({value.number, value.number});
    else
      intervals.push_back({value.days.first, value.days.last});
  }
  return codec::pack_intervals(intervals);
}

}  // namespace

std::vector<SearchText> search_texts(const Field& field, const Value& value,
                                     std::string_view detected_language) {
  if (field.kind == Kind::Code) return {{value.id, {}, false}};
  if (field.kind == Kind::Concept && value.known) return {};
  std::vector<SearchText> texts;
  for (const Literal& literal : value.labels) {
    const bool untagged = literal.language.empty() && field.kind == Kind::Text;
    texts.push_back({literal.text,
                     untagged ? detected_language : std::string_view(literal.language),
                     !literal.translated_from.empty()});
  }
  return texts;
}

struct DocumentBuilder::Impl {
  Analyser analyser;
  std::unique_ptr<icu::Collator> collator;
  std::set<std::string, std::less<>> languages;
  std::map<std::string_view, Postings> words;  // by language (of kStemLanguages), then stem
  std::vector<codec::Places> places;
  std::uint32_t position = 0;
  std::size_t cost = 0;

  void add_text(const Field& field, const SearchText& text);
  void add_words(const FieldValues& fields, const Card& card);
  void write_words(Xapian::Document& document);
  static void write_exact(const FieldValues& fields, Xapian::Document& document);
  void write_columns(const FieldValues& fields, Xapian::Document& document) const;
  std::string sort_keys(const std::vector<Value>& list) const;
};

void DocumentBuilder::Impl::add_text(const Field& field, const SearchText& text) {
  const unsigned weight = weight_of(field, text.translated);
  const std::string_view language = stem_language(text.language);
  if (!languages.contains(language)) languages.emplace(language);
  Postings& own = words[language];
  std::uint32_t last = position;
  analyser.analyse(text.text, text.language, [&](const Token& token) {
    auto word = own.find(token.term);
    if (word == own.end()) word = own.emplace(token.term, Posting{}).first;
    word->second.weight += weight;
    const std::uint32_t at = position + token.position;
    word->second.positions.push_back(at);
    last = std::max(last, at);  // a whole comes after its parts, at the place of the first
  });
  position = last + kPositionGap;
}

void DocumentBuilder::Impl::add_words(const FieldValues& fields, const Card& card) {
  words.clear();
  places.clear();
  position = 0;
  cost = 0;
  for (const auto& [field, list] : fields) {
    if (!field->has(kSearch)) continue;
    const std::uint32_t first = position;
    for (const Value& value : list)
      for (const SearchText& text : search_texts(*field, value, card.detected_language))
        add_text(*field, text);
    if (field->has(kWords) && position > first) places.push_back({field, first, position});
  }
}

void DocumentBuilder::Impl::write_words(Xapian::Document& document) {
  for (const auto& [language, postings] : words)
    for (const auto& [stem, posting] : postings) {
      const std::string term = codec::text_term(language, stem);
      const auto& at = posting.positions;
      document.add_posting(term, at.front(), posting.weight);
      for (std::size_t i = 1; i < at.size(); ++i) document.add_posting(term, at[i], 0);
      cost += kPostingBytes + term.size() + at.size() * sizeof(at[0]);
    }
  if (!places.empty()) document.add_value(codec::places_slot(), codec::pack_places(places));
}

void DocumentBuilder::Impl::write_exact(const FieldValues& fields, Xapian::Document& document) {
  for (const auto& [field, list] : fields) {
    const bool exact =
        field->name == "title" || field->name == "alternative" || field->name == "identifier";
    for (const Value& value : list) {
      const bool word = field->kind == Kind::Concept && field->has(kSearch);  // ranks as one
      if (field->has(kFilter))
        document.add_term(codec::filter_term(*field, value.id),
                          word ? static_cast<Xapian::termcount>(field->weight) : 0);
      if (!exact) continue;
      if (field->kind == Kind::Code) document.add_term(codec::exact_term(value.id), 1);
      for (const Literal& literal : value.labels)
        document.add_term(codec::exact_term(literal.text), 1);
    }
  }
}

std::string DocumentBuilder::Impl::sort_keys(const std::vector<Value>& list) const {
  std::vector<codec::SortKey> keys;
  for (const bool translated : {false, true})
    for (const Value& value : list)
      for (const Literal& literal : value.labels) {
        if (literal.translated_from.empty() == translated) continue;
        const bool known = std::any_of(keys.begin(), keys.end(), [&](const codec::SortKey& key) {
          return key.language == literal.language;
        });
        if (known) continue;
        const auto text = icu::UnicodeString::fromUTF8(literal.text);
        std::array<std::uint8_t, kMaxSortKeyBytes> bytes{};
        const std::int32_t size =
            collator ? collator->getSortKey(text, bytes.data(), kMaxSortKeyBytes) : 0;
        const auto kept = std::min(static_cast<std::size_t>(size), kMaxSortKeyBytes);
        keys.push_back(
            {literal.language, std::string(reinterpret_cast<const char*>(bytes.data()), kept)});
      }
  return codec::pack_sort_keys(keys);
}

void DocumentBuilder::Impl::write_columns(const FieldValues& fields,
                                          Xapian::Document& document) const {
  for (const auto& [field, list] : fields) {
    if (field->slot < 0) continue;
    if (field->kind == Kind::Text)
      document.add_value(codec::slot(*field), sort_keys(list));
    else if (is_column(*field))
      document.add_value(codec::slot(*field), pack_facet(*field, list));
    else
      document.add_value(codec::slot(*field), pack_numbers(*field, list));
  }
}

DocumentBuilder::DocumentBuilder() : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->collator.reset(icu::Collator::createInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    impl_->collator.reset();
    return;
  }
  impl_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);  // "Part 2" < "Part 10"
  impl_->collator->setAttribute(UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, status);
}
DocumentBuilder::~DocumentBuilder() = default;

Xapian::Document DocumentBuilder::build(const Card& card, const FieldValues& fields) {
  Xapian::Document document;
  impl_->add_words(fields, card);
  impl_->write_words(document);
  Impl::write_exact(fields, document);
  impl_->write_columns(fields, document);
  std::string data = encode(card);
  impl_->cost += data.size();
  document.set_data(data);
  return document;
}

const std::set<std::string, std::less<>>& DocumentBuilder::languages() const {
  return impl_->languages;
}
std::size_t DocumentBuilder::last_cost() const { return impl_->cost; }

}  // namespace pinakes
