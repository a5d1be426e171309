// The plain scan: reads every stored record and applies the matching rules word for word.
// SPDX-License-Identifier: GPL-3.0-or-later
// It shares values() and the analyser with the search, but neither terms, columns nor query engine.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/base/date.h"
#include "indexer/base/text.h"
#include "indexer/dcat/values.h"
#include "indexer/index/analyser.h"
#include "indexer/store/shown_dataset.h"
#include "indexer/store/store.h"

namespace pinakes::tests {

/// One text of a record as a sequence of words; each word may have several terms at its place.
struct ScannedText {
  const Field* field;
  std::string language;
  std::vector<std::set<std::string>> places;
};

struct ScannedRecord {
  std::uint32_t number = 0;
  std::vector<ScannedText> texts;
  std::map<std::string, std::set<std::string>> words;        // by the language they are stemmed by
  std::map<std::string, std::set<std::string>> ids;          // field -> keys
  std::map<std::string, std::vector<Days>> days;             // field -> intervals
  std::map<std::string, std::vector<std::int64_t>> numbers;  // field -> numbers
};

/// What is asked for, said in pieces instead of a query string.
struct ScanQuery {
  std::vector<std::string> all, none;                                // words
  std::vector<std::vector<std::string>> phrases;                     // words side by side
  std::vector<std::pair<std::string, std::string>> in_field, codes;  // field and word; and id
  std::map<std::string, std::set<std::string>> filters;
  struct Between {
    std::string field, from, to;
    bool unstated = false;
  };
  std::vector<Between> ranges;
};

class Scan {
 public:
  Scan(const std::filesystem::path& data, const Vocabularies& vocabularies) {
    const StoreReader store(data);
    store.for_each_listed([&](const Record& record) {
      const Dataset dataset = shown_dataset(store.ntriples(record.number), record.iri);
      records_.push_back(read(record, dataset, vocabularies));
    });
  }

  std::size_t size() const { return records_.size(); }

  struct Answer {
    std::size_t total = 0;
    bool some = false;
    std::map<std::string, std::map<std::string, std::size_t>> facets;
    std::map<std::string, std::size_t> unstated;
  };
  Answer answer(const ScanQuery& query, const std::vector<const Field*>& facets) {
    Answer answer = count(query, facets, query.all.size());
    if (answer.total >= 10 || query.all.size() < 2) return answer;
    Answer any = count(query, facets, 1);
    if (any.total == answer.total) return answer;
    any.some = true;
    return any;
  }

 private:
  ScannedRecord read(const Record& record, const Dataset& dataset,
                     const Vocabularies& vocabularies);
  void read_text(ScannedRecord& into, const Field& field, const std::string& text,
                 const std::string& language);
  bool has_word(const ScannedRecord& record, const std::string& word, const Field* field);
  bool has_phrase(const ScannedRecord& record, const std::vector<std::string>& words);
  bool text_matches(const ScannedRecord& record, const ScanQuery& query, std::size_t least);
  Answer count(const ScanQuery& query, const std::vector<const Field*>& facets, std::size_t least);

  static std::string key_of(const Field& field, const std::string& id) {
    const bool agent = field.kind == Kind::Agent && id.size() > 8;
    return agent ? id.substr(id.size() - 8) : id;
  }
  /// -1 outside, 0 unstated, 1 inside.
  static int within(const ScannedRecord& record, const ScanQuery::Between& range);

  Analyser analyser_;
  std::vector<ScannedRecord> records_;
};

inline void Scan::read_text(ScannedRecord& into, const Field& field, const std::string& text,
                            const std::string& language) {
  auto& words = into.words[std::string(stem_language(language))];
  ScannedText& scanned = into.texts.emplace_back(ScannedText{&field, language, {}});
  analyser_.analyse(text, language, [&](const Token& token) {
    if (scanned.places.size() <= token.position) scanned.places.resize(token.position + 1);
    scanned.places[token.position].emplace(token.term);
    words.emplace(token.term);
  });
}

inline ScannedRecord Scan::read(const Record& record, const Dataset& dataset,
                                const Vocabularies& vocabularies) {
  ScannedRecord scanned;
  scanned.number = record.number;
  std::string untagged;
  for (const char* name : {"title", "description"})
    for (const Value& value : values(dataset, *find_field(name), vocabularies))
      if (value.labels.at(0).language.empty()) untagged += value.labels.at(0).text + '\n';
  const std::string detected = detect_language(untagged);
  for (const Field& field : kFields)
    for (const Value& value : values(dataset, field, vocabularies)) {
      const std::string name(field.name);
      if (field.has(kFilter)) scanned.ids[name].insert(key_of(field, value.id));
      if (field.kind == Kind::Date || field.kind == Kind::Period)
        scanned.days[name].push_back(value.days);
      if (field.kind == Kind::Integer) scanned.numbers[name].push_back(value.number);
      if (!field.has(kSearch)) continue;
      if (field.kind == Kind::Code) {
        read_text(scanned, field, value.id, "");
        continue;
      }
      for (const Literal& label : value.labels) {
        const bool guess = field.kind == Kind::Text && label.language.empty();
        read_text(scanned, field, label.text, guess ? detected : label.language);
      }
    }
  return scanned;
}

/// A text has a word if the word, stemmed by the text's own language, is among its stems.
inline bool Scan::has_word(const ScannedRecord& record, const std::string& word,
                           const Field* field) {
  if (field == nullptr)
    return std::any_of(record.words.begin(), record.words.end(), [&](const auto& words) {
      return words.second.contains(std::string(analyser_.term(word, words.first)));
    });
  for (const ScannedText& text : record.texts) {
    if (text.field != field) continue;
    const std::string own(analyser_.term(word, text.language));
    for (const auto& place : text.places)
      if (place.contains(own)) return true;
  }
  return false;
}

inline bool Scan::has_phrase(const ScannedRecord& record, const std::vector<std::string>& words) {
  for (const ScannedText& text : record.texts)
    for (std::size_t at = 0; at + words.size() <= text.places.size(); ++at) {
      bool all = true;
      for (std::size_t i = 0; all && i < words.size(); ++i) {
        all = text.places[at + i].contains(std::string(analyser_.term(words[i], text.language)));
      }
      if (all) return true;
    }
  return false;
}

inline bool Scan::text_matches(const ScannedRecord& record, const ScanQuery& query,
                               std::size_t least) {
  std::size_t found = 0;
  for (const std::string& word : query.all) found += has_word(record, word, nullptr) ? 1U : 0U;
  if (found < least) return false;
  for (const std::string& word : query.none)
    if (has_word(record, word, nullptr)) return false;
  for (const auto& phrase : query.phrases)
    if (!has_phrase(record, phrase)) return false;
  for (const auto& [field, word] : query.in_field)
    if (!has_word(record, word, find_field(field))) return false;
  for (const auto& [field, id] : query.codes) {
    const auto at = record.ids.find(field);
    if (at == record.ids.end() || !at->second.contains(id)) return false;
  }
  return true;
}

inline int Scan::within(const ScannedRecord& record, const ScanQuery::Between& range) {
  if (find_field(range.field)->kind == Kind::Integer) {
    const auto at = record.numbers.find(range.field);
    if (at == record.numbers.end()) return 0;
    for (const std::int64_t value : at->second)
      if ((range.from.empty() || value >= std::stoll(range.from)) &&
          (range.to.empty() || value <= std::stoll(range.to)))
        return 1;
    return -1;
  }
  const auto at = record.days.find(range.field);
  if (at == record.days.end()) return 0;
  for (const Days& days : at->second)
    if ((range.from.empty() || days.last >= parse_days(range.from)->first) &&
        (range.to.empty() || days.first <= parse_days(range.to)->last))
      return 1;
  return -1;
}

inline Scan::Answer Scan::count(const ScanQuery& query, const std::vector<const Field*>& facets,
                                std::size_t least) {
  Answer answer;
  for (const auto& range : query.ranges) answer.unstated[range.field] = 0;
  for (const ScannedRecord& record : records_) {
    if (!text_matches(record, query, least)) continue;
    std::set<std::string> refused, unstated;
    bool outside = false;
    for (const auto& range : query.ranges) {
      const int verdict = within(record, range);
      outside = outside || verdict < 0;
      if (verdict == 0 && !range.unstated) unstated.insert(range.field);
    }
    for (const auto& [field, wanted] : query.filters) {
      const auto at = record.ids.find(field);
      const bool chosen = at != record.ids.end() &&
                          std::any_of(wanted.begin(), wanted.end(), [&](const std::string& id) {
                            return at->second.contains(key_of(*find_field(field), id));
                          });
      if (!chosen) refused.insert(field);
    }
    if (outside) continue;
    if (refused.empty() && unstated.size() == 1) ++answer.unstated[*unstated.begin()];
    if (!unstated.empty()) continue;
    if (refused.empty()) ++answer.total;
    for (const Field* facet : facets) {
      const std::string name(facet->name);
      std::set<std::string> others = refused;
      others.erase(name);
      if (!others.empty()) continue;
      if (const auto at = record.ids.find(name); at != record.ids.end())
        for (const std::string& id : at->second) ++answer.facets[name][id];
    }
  }
  return answer;
}

}  // namespace pinakes::tests
