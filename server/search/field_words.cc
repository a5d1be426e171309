// A posting source that reads a field's words from positions.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/field_words.h"

#include <xapian.h>

#include <algorithm>

#include "indexer/index/codec.h"

namespace pinakes {
namespace {

class FieldWords : public Xapian::PostingSource {
 public:
  FieldWords(const Field& field, std::vector<std::string> terms)
      : field_(field), terms_(std::move(terms)) {}

  void init(const Xapian::Database& database) override {
    numbers_.clear();
    for (const std::string& term : terms_) find(database, term);
    std::sort(numbers_.begin(), numbers_.end());
    numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
    at_ = 0;
    started_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  void next(double) override {
    if (started_) ++at_;
    started_ = true;
  }
  void skip_to(Xapian::docid number, double) override {
    started_ = true;
    const auto from = numbers_.begin() + static_cast<std::ptrdiff_t>(at_);
    at_ =
        static_cast<std::size_t>(std::lower_bound(from, numbers_.end(), number) - numbers_.begin());
  }
  bool at_end() const override { return at_ >= numbers_.size(); }
  Xapian::docid get_docid() const override { return numbers_[at_]; }
  std::string get_description() const override {
    return "FieldWords(" + std::string(field_.name) + ")";
  }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(numbers_.size()); }
  void find(const Xapian::Database& database, const std::string& term);

  const Field& field_;
  std::vector<std::string> terms_;
  std::vector<Xapian::docid> numbers_;
  std::size_t at_ = 0;
  bool started_ = false;
};

void FieldWords::find(const Xapian::Database& database, const std::string& term) {
  auto row = database.valuestream_begin(codec::places_slot());
  const auto last_row = database.valuestream_end(codec::places_slot());
  const auto last = database.postlist_end(term);
  for (auto record = database.postlist_begin(term); record != last; ++record) {
    row.skip_to(*record);
    if (row == last_row) return;
    if (row.get_docid() != *record) continue;
    const codec::Places places = codec::unpack_places(*row, field_);
    if (places.first == places.end) continue;
    auto position = record.positionlist_begin();
    const auto last_position = record.positionlist_end();
    position.skip_to(places.first);
    if (position != last_position && *position < places.end) numbers_.push_back(*record);
  }
}

}  // namespace

Xapian::Query words_in_field(const Field& field, std::vector<std::string> terms) {
  auto* source = new FieldWords(field, std::move(terms));
  return Xapian::Query(source->release());
}

}  // namespace pinakes
