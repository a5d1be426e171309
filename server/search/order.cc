// Comparing, arranging and cursors.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/order.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "indexer/base/error.h"

namespace pinakes {
namespace {

constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
// Above every day, so that the default order is one number: titled or not, then date or none.
constexpr std::int64_t kUndated = std::int64_t{1} << 40, kUntitled = std::int64_t{1} << 42;
constexpr char kSeparator = '~';

std::string to_hex(std::string_view bytes) {
  std::string hex;
  for (const char c : bytes) {
    hex += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4U];
    hex += "0123456789abcdef"[static_cast<unsigned char>(c) & 15U];
  }
  return hex;
}

[[noreturn]] void refuse_cursor() {
  throw Error(ErrorCode::BadRequest, "parameter 'cursor': not a cursor of this search",
              "start again without it", "cursor");
}

std::string from_hex(std::string_view hex) {
  std::string bytes;
  if (hex.size() % 2 != 0) refuse_cursor();
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    unsigned byte = 0;
    const auto [end, error] = std::from_chars(hex.data() + i, hex.data() + i + 2, byte, 16);
    if (error != std::errc() || end != hex.data() + i + 2) refuse_cursor();
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

template <typename Number>
Number read_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) refuse_cursor();
  return number;
}

std::string name_of(const Sort& sort) {
  if (sort.by != Sort::By::Field) return "default";
  return (sort.order == Sort::Order::Descending ? "-" : "") + std::string(sort.field->name);
}

}  // namespace

HitOrder::HitOrder(const SearchRequest& request, const Snapshot& snapshot, SearchSlot& slot)
    : name_(name_of(request.sort)),
      by_(request.sort.by),
      order_(request.sort.order),
      field_(request.sort.field),
      columns_(&snapshot.columns()) {
  if (by_ == Sort::By::Default) {
    field_ = find_field("modified");
    order_ = Sort::Order::Descending;
  }
  if (field_ == nullptr) return;
  if (field_->kind == Kind::Text)
    titles_ = &snapshot.titles(request.lang, slot);
  else
    column_ = columns_->intervals(*field_);
}

bool HitOrder::titled(std::uint32_t number) const {
  return number < titles_->rank.size() && titles_->rank[number] < titles_->numbers.size();
}

std::int64_t HitOrder::interval_key(std::uint32_t number) const {
  const auto intervals = column_->of(number);
  if (intervals.empty()) return kLast;
  std::int64_t value = intervals.front().first;  // several: the latest, whatever their order
  for (const codec::Interval& interval : intervals) value = std::max(value, interval.first);
  return order_ == Sort::Order::Descending ? -value : value;
}

std::int64_t HitOrder::column_key(std::uint32_t number) const {
  if (titles_ != nullptr) {
    if (!titled(number)) return kLast;
    const auto rank = static_cast<std::int64_t>(titles_->rank[number]);
    return order_ == Sort::Order::Descending ? -rank : rank;
  }
  const std::int64_t key = interval_key(number);
  if (by_ != Sort::By::Default) return key;
  return (columns_->titled(number) ? 0 : kUntitled) + (key == kLast ? kUndated : key);
}

bool HitOrder::operator()(const FoundRecord& a, const FoundRecord& b) const {
  if (by_ == Sort::By::Relevance) {
    if (a.score != b.score) return a.score > b.score;
  } else {
    const std::int64_t key_a = column_key(a.number), key_b = column_key(b.number);
    if (key_a != key_b) return key_a < key_b;
  }
  return a.number < b.number;
}

void HitOrder::arrange(std::vector<FoundRecord>& matches, std::size_t first,
                       std::size_t count) const {
  const std::size_t end = std::min(first + count, matches.size());
  const auto at = [&](std::size_t i) { return matches.begin() + static_cast<std::ptrdiff_t>(i); };
  if (end < matches.size()) std::nth_element(at(0), at(end), matches.end(), *this);
  if (first > 0 && first < end) std::nth_element(at(0), at(first), at(end), *this);
  if (first < end) std::sort(at(first), at(end), *this);
}

std::string HitOrder::cursor(const FoundRecord& last) const {
  std::string key;
  if (titles_ == nullptr)
    key = std::to_string(column_key(last.number));
  else if (titled(last.number))
    key = to_hex(titles_->keys[titles_->rank[last.number]]);
  return name_ + kSeparator + key + kSeparator + std::to_string(last.number);
}

bool HitOrder::after_title(std::uint32_t number, const std::string& key, std::uint32_t last) const {
  if (!titled(number)) return !key.empty() || number > last;
  if (key.empty()) return false;
  const int order = titles_->keys[titles_->rank[number]].compare(key);
  if (order_ == Sort::Order::Descending) return order < 0 || (order == 0 && number < last);
  return order > 0 || (order == 0 && number > last);
}

void HitOrder::skip_to(std::string_view cursor, std::vector<FoundRecord>& matches) const {
  const std::size_t second = cursor.rfind(kSeparator);
  if (!has_cursors() || second == std::string_view::npos) refuse_cursor();
  const std::size_t first = cursor.substr(0, second).find(kSeparator);
  if (first == std::string_view::npos || cursor.substr(0, first) != name_) refuse_cursor();
  const std::string_view key = cursor.substr(first + 1, second - first - 1);
  const auto number = read_number<std::uint32_t>(cursor.substr(second + 1));
  if (titles_ != nullptr) {
    const std::string title = from_hex(key);
    std::erase_if(matches,
                  [&](const FoundRecord& m) { return !after_title(m.number, title, number); });
    return;
  }
  const auto value = read_number<std::int64_t>(key);
  std::erase_if(matches, [&](const FoundRecord& m) {
    const std::int64_t own = column_key(m.number);
    return own < value || (own == value && m.number <= number);
  });
}

}  // namespace pinakes
