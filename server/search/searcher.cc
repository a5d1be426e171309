// One search: query, matches, counts, order, cards, snippets; all over one Snapshot.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/searcher.h"

#include <xapian.h>

#include <algorithm>
#include <chrono>

#include "server/search/compile.h"
#include "server/search/counts.h"
#include "server/search/facet_labels.h"
#include "server/search/order.h"
#include "server/search/query.h"
#include "server/search/snapshot.h"
#include "server/search/snippet.h"

namespace pinakes {
namespace {

constexpr std::chrono::milliseconds kPatience(2'000);
constexpr int kAttempts = 3;
constexpr std::size_t kEnough = 10;  // fewer than this have all words: any word will do
constexpr std::size_t kMaxFacetValues = 100;

/// Hands every match to the counter and keeps those that pass.
class Collector : public Xapian::MatchSpy {
 public:
  explicit Collector(Counter& counter) : counter_(counter) {}
  void operator()(const Xapian::Document& document, double weight) override {
    const std::uint32_t number = document.get_docid();
    if (counter_.pass(number)) found_.push_back({number, weight});
  }
  std::vector<FoundRecord> take() { return std::move(found_); }

 private:
  Counter& counter_;
  std::vector<FoundRecord> found_;
};

struct Found {
  std::vector<FoundRecord> records;
  Counts counts;
};

/// One search on one slot of one Snapshot.
class Search {
 public:
  Search(const SearchRequest& request, const Snapshot& snapshot, SearchSlot& slot,
         const Vocabularies& vocabularies, const ConceptWords& concepts)
      : request_(request),
        snapshot_(snapshot),
        slot_(slot),
        vocabularies_(vocabularies),
        context_{slot.analyser, snapshot.languages(), concepts, request.lang,
                 [this](const Field& field, std::string_view id) { return resolve(field, id); }} {}

  SearchResult run();

 private:
  std::vector<std::string> resolve(const Field& field, std::string_view id) const;
  Found browse() const;
  Found match(const Xapian::Query& query) const;
  Xapian::Query with_filters(const Xapian::Query& query) const;
  Found find(SearchResult& result);
  void fill_hits(std::vector<FoundRecord>& records, SearchResult& result);
  Hit hit_of(const FoundRecord& record) const;
  void fill_facets(const Counts& counts, SearchResult& result) const;

  const SearchRequest& request_;
  const Snapshot& snapshot_;
  SearchSlot& slot_;
  const Vocabularies& vocabularies_;
  CompileContext context_;
  Stems stems_;
};

std::vector<std::string> Search::resolve(const Field& field, std::string_view id) const {
  const FacetColumn* column = snapshot_.columns().facet(field);
  if (column == nullptr) return {std::string(id)};
  std::vector<std::string> ids;
  for (const std::uint32_t value : column->resolve(id)) ids.push_back(column->values[value].id);
  return ids;
}

/// Without words every record matches: no engine is needed.
Found Search::browse() const {
  Found found;
  if (request_.filters.empty() && request_.ranges.empty()) {
    found.counts = counts_of_all(request_, snapshot_.columns());
    found.records.reserve(found.counts.total);
    for (const std::uint32_t number : snapshot_.columns().numbers())
      found.records.push_back({number, 0});
    return found;
  }
  Counter counter(request_, snapshot_.columns(), Counting::Exact);
  for (const std::uint32_t number : snapshot_.columns().numbers())
    if (counter.pass(number)) found.records.push_back({number, 0});
  found.counts = counter.take();
  return found;
}

Found Search::match(const Xapian::Query& query) const {
  Xapian::Enquire enquire(*slot_.database);
  enquire.set_query(query);
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  if (request_.sort.by != Sort::By::Relevance) enquire.set_weighting_scheme(Xapian::BoolWeight());
  Counter counter(request_, snapshot_.columns(), Counting::Exact);
  Collector collector(counter);
  enquire.add_matchspy(&collector);
  enquire.get_mset(0, 1, slot_.database->get_doccount());  // checks, and so shows, every match
  return {collector.take(), counter.take()};
}

/// Filters without a column are part of the engine's query.
Xapian::Query Search::with_filters(const Xapian::Query& query) const {
  Xapian::Query filtered = query;
  for (const Filter& filter : request_.filters) {
    if (has_column(filter)) continue;
    std::vector<Xapian::Query> values;
    for (const std::string& id : filter.any_of)
      values.emplace_back(codec::filter_term(*filter.field, id));
    filtered = Xapian::Query(Xapian::Query::OP_FILTER, filtered,
                             Xapian::Query(Xapian::Query::OP_OR, values.begin(), values.end()));
  }
  return filtered;
}

Found Search::find(SearchResult& result) {
  const ParsedQuery parsed = parse_query(request_.text, slot_.analyser);
  result.reading = parsed.reading;
  const bool columns_decide = std::all_of(request_.filters.begin(), request_.filters.end(),
                                          [](const Filter& f) { return has_column(f); });
  if (parsed.root.children.empty())
    return columns_decide ? browse() : match(with_filters(Xapian::Query::MatchAll));
  stems_ = marked_stems(parsed, context_);
  Found all = match(with_filters(compile(parsed, request_.text, Strictness::AllWords, context_)));
  if (all.counts.total >= kEnough || !can_relax(parsed, slot_.analyser)) return all;
  Found some = match(with_filters(compile(parsed, request_.text, Strictness::AnyWord, context_)));
  if (some.counts.total == all.counts.total) return all;
  result.matching = SearchResult::Matching::Some;
  return some;
}

Hit Search::hit_of(const FoundRecord& record) const {
  Hit hit;
  hit.card = decode_card(slot_.database->get_document(record.number).get_data());
  if (request_.sort.by == Sort::By::Relevance) hit.score = record.score;
  for (auto& [field, list] : hit.card.fields) {
    if (field->kind != Kind::Concept) continue;
    for (Value& value : list) {
      if (!value.labels.empty()) continue;
      const Concept* known = vocabularies_.by_code(field->vocabulary, value.id);
      if (known != nullptr) value.labels = known->labels;
    }
  }
  if (!stems_.empty())
    hit.matched = matched_fields(hit.card, stems_, request_.lang, slot_.analyser);
  return hit;
}

void Search::fill_hits(std::vector<FoundRecord>& records, SearchResult& result) {
  const HitOrder order(request_, snapshot_, slot_);
  if (!request_.cursor.empty()) order.skip_to(request_.cursor, records);
  const std::size_t first = request_.cursor.empty() ? (request_.page - 1) * request_.page_size : 0;
  order.arrange(records, first, request_.page_size);
  const std::size_t end = std::min(first + request_.page_size, records.size());
  for (std::size_t i = first; i < end; ++i) result.hits.push_back(hit_of(records[i]));
  if (first < end && end < records.size() && order.has_cursors())
    result.next_cursor = order.cursor(records[end - 1]);
}

void Search::fill_facets(const Counts& counts, SearchResult& result) const {
  for (const FacetCounts& facet : counts.facets)
    result.facets.push_back(make_facet(facet, request_.filter(*facet.column->field), request_.lang,
                                       vocabularies_, kMaxFacetValues));
  for (std::size_t i = 0; i < request_.ranges.size(); ++i)
    result.unstated[std::string(request_.ranges[i].field->name)] = counts.unstated[i];
}

SearchResult Search::run() {
  SearchResult result;
  Found found = find(result);
  result.total = found.counts.total;
  fill_facets(found.counts, result);
  fill_hits(found.records, result);
  return result;
}

class XapianSearcher : public SearchBackend {
 public:
  XapianSearcher(const std::filesystem::path& data, const Vocabularies& vocabularies,
                 SearcherOptions options)
      : vocabularies_(vocabularies), concepts_(vocabularies), snapshots_(data, options.slots) {}

  SearchResult search(const SearchRequest& request) const override {
    for (int attempt = 1;; ++attempt) {
      const auto snapshot = snapshots_.current();
      try {
        const auto slot = snapshot->borrow(kPatience);
        return Search(request, *snapshot, *slot, vocabularies_, concepts_).run();
      } catch (const Xapian::DatabaseModifiedError&) {
        if (attempt == kAttempts)
          throw Error(ErrorCode::Busy, "the index changed three times during the search",
                      "try again in a moment");
        snapshots_.refresh();
      } catch (const Xapian::Error& error) {
        throw Error(ErrorCode::Internal, "the search failed: " + error.get_msg());
      }
    }
  }

  Facet facet(const Field& field, std::string_view lang, std::size_t limit) const override {
    const auto snapshot = snapshots_.current();
    SearchRequest all;
    all.facets = {&field};
    const Counts counts = counts_of_all(all, snapshot->columns());
    if (counts.facets.empty()) return {&field, {}, 0};
    return make_facet(counts.facets.front(), nullptr, lang, vocabularies_, limit);
  }

  IndexStatus status() const override {
    const auto snapshot = snapshots_.current();
    return {snapshot->columns().numbers().size(), snapshot->sequence(),
            snapshot->name() + '.' + codec::fingerprint().substr(0, 8), snapshot->updated()};
  }

 private:
  const Vocabularies& vocabularies_;
  const ConceptWords concepts_;
  SnapshotFollower snapshots_;
};

}  // namespace

std::unique_ptr<SearchBackend> open_searcher(const std::filesystem::path& data,
                                             const Vocabularies& vocabularies,
                                             SearcherOptions options) {
  return std::make_unique<XapianSearcher>(data, vocabularies, options);
}

}  // namespace pinakes
