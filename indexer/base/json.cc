// Builds the tree of a JSON text from nlohmann's SAX events, and finds places in it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/json.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/base/json_faults.h"
#include "indexer/base/text.h"

namespace pinakes::json {
namespace {

constexpr std::size_t kLongestText = 16U << 20U;
// A value costs some 90 bytes in memory: what is all brackets may not cost a hundred times its
// size.
constexpr std::size_t kMostValues = 1'000'000;
constexpr std::size_t kBytesForOne = 40;            // of the text, beyond that many values
constexpr std::size_t kMostTextSize = 0xFFFFFFF0U;  // offsets are of 32 bits
constexpr std::size_t kMostDuplicates = 100;        // reported one by one
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Up to where the parser may read before the next event: no token is longer than allowed.
struct Window {
  const char* stop = nullptr;
};

/// What nlohmann reads from: it ends where the window does.
class Input {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Input(const char* at, const Window& window) : at_(at), window_(&window) {}
  const char& operator*() const { return *at_; }
  Input& operator++() {
    ++at_;
    return *this;
  }
  bool operator!=(const Input&) const { return at_ < window_->stop; }
  bool operator==(const Input&) const { return at_ >= window_->stop; }

 private:
  const char* at_;
  const Window* window_;
};

/// Receives the events. The parser says what it has read, not where: the start of each token is
/// found again behind the end of the one before, past white space, commas and colons.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  Builder(std::string_view text, std::size_t start, std::size_t deepest, Value& root)
      : text_(text), deepest_(deepest), root_(root), at_(start) {
    most_ += text.size() / kBytesForOne;
    open_window();
  }
  const Window& window() const { return window_; }

  bool null() { return scalar(Kind::Null, 4); }
  bool boolean(bool value) {
    if (!scalar(Kind::Boolean, value ? 4 : 5)) return false;
    last_->boolean = value;
    return true;
  }
  bool number_integer(number_integer_t) { return number(); }
  bool number_unsigned(number_unsigned_t) { return number(); }
  bool number_float(number_float_t, const string_t&) { return number(); }
  bool string(string_t& value) {
    const std::size_t start = token_start();
    if (!add(Kind::String, start)) return false;
    last_->text = std::move(value);
    pass(string_end(start));
    return true;
  }
  bool binary(binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Kind::Object); }
  bool start_array(std::size_t) { return open(Kind::Array); }
  bool key(string_t& value) {
    const std::size_t start = token_start();
    auto& members = open_.back()->members;
    members.emplace_back();
    members.back().key = std::move(value);
    members.back().offset = static_cast<std::uint32_t>(start);
    pass(string_end(start));
    state_.after = After::Key;
    return true;
  }
  bool end_object() {
    drop_duplicates(*open_.back());
    return close();
  }
  bool end_array() { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
    return false;
  }

  /// What stopped the parser, as the fault finder wants it.
  Fault fault() {
    if (limit_) return *limit_;
    if (window_.stop < text_.data() + text_.size())
      return {"json-text-too-large", token_start(), {{"limit", "16"}}};
    state_.at = at_;
    if (!open_.empty()) {
      const Value& inner = *open_.back();
      state_.inside = inner.kind;
      state_.opened = inner.offset;
      if (inner.is(Kind::Object) && !inner.members.empty()) state_.key = inner.members.back().key;
    }
    return find_fault(text_, state_);
  }

  struct Duplicate {
    std::string key, pointer;
    std::size_t offset = 0, first = 0;
  };
  const std::vector<Duplicate>& duplicates() const { return duplicates_; }
  std::size_t duplicate_count() const { return duplicate_count_; }

  /// Pointer to what was being read.
  std::string pointer() const {
    std::string result;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const Value& container = *open_[i];
      const bool last = i + 1 == open_.size();
      if (container.is(Kind::Object)) {
        if (last && state_.after != After::Key) break;
        append_pointer(result, container.members.back().key);
      } else {
        if (last && state_.after == After::Value) break;
        result += '/' + std::to_string(container.items.size() - (last ? 0 : 1));
      }
    }
    return result;
  }

 private:
  void open_window() {
    const std::size_t left = text_.size() - std::min(at_, text_.size());
    window_.stop = text_.data() + at_ + std::min(left, kLongestText);
  }
  void pass(std::size_t end) {
    at_ = std::min(end, text_.size());
    open_window();
  }
  std::size_t token_start() const {
    const std::size_t start = text_.find_first_not_of(" \t\r\n,:", at_);
    return start == std::string_view::npos ? text_.size() : start;
  }
  std::size_t string_end(std::size_t start) const {
    std::size_t at = start + 1;
    while (at < text_.size() && text_[at] != '"') at += text_[at] == '\\' ? 2 : 1;
    return std::min(at + 1, text_.size());
  }
  bool limit(std::string code, std::size_t offset, std::size_t value) {
    limit_ = Fault{std::move(code), offset, {{"limit", std::to_string(value)}}};
    return false;
  }
  /// A place for a value in the innermost container; `last_` is it.
  bool add(Kind kind, std::size_t start) {
    if (++count_ > most_) return limit("json-too-large", start, most_);
    if (open_.empty()) {
      last_ = &root_;
    } else if (open_.back()->is(Kind::Object)) {
      last_ = &open_.back()->members.back().value;
    } else {
      last_ = &open_.back()->items.emplace_back();
    }
    last_->kind = kind;
    last_->offset = static_cast<std::uint32_t>(start);
    state_.after = After::Value;
    return true;
  }
  bool scalar(Kind kind, std::size_t length) {
    const std::size_t start = token_start();
    if (!add(kind, start)) return false;
    pass(start + length);
    return true;
  }
  bool number() {
    const std::size_t start = token_start();
    const std::size_t end = start + number_length(text_.substr(start));
    if (!add(Kind::Number, start)) return false;
    last_->text = text_.substr(start, end - start);
    pass(end);
    return true;
  }
  bool open(Kind kind) {
    const std::size_t start = token_start();
    if (open_.size() >= deepest_) return limit("json-too-deep", start, deepest_);
    if (!add(kind, start)) return false;
    open_.push_back(last_);
    pass(start + 1);
    state_.after = After::Open;
    return true;
  }
  bool close() {
    pass(token_start() + 1);
    open_.pop_back();
    state_.after = After::Value;
    return true;
  }
  void drop_duplicates(Value& object);

  std::string_view text_;
  std::size_t deepest_;
  Value& root_;
  std::size_t at_;
  Window window_;
  std::vector<Value*> open_;
  Value* last_ = nullptr;
  std::size_t count_ = 0, most_ = kMostValues;
  ParserState state_;
  std::optional<Fault> limit_;
  std::vector<Duplicate> duplicates_;
  std::size_t duplicate_count_ = 0;
};

bool has_duplicates(const std::vector<Member>& members) {
  constexpr std::size_t kFew = 12;  // below it, comparing all beats sorting
  if (members.size() > kFew) {
    std::vector<std::string_view> keys;
    keys.reserve(members.size());
    for (const Member& member : members) keys.emplace_back(member.key);
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
  }
  for (std::size_t i = 1; i < members.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (members[i].key == members[j].key) return true;
  return false;
}

void Builder::drop_duplicates(Value& object) {
  std::vector<Member>& members = object.members;
  if (!has_duplicates(members)) return;
  std::vector<std::size_t> order(members.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return members[a].key < members[b].key; });
  std::vector<bool> gone(members.size());
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Member &earlier = members[order[i - 1]], &later = members[order[i]];
    if (earlier.key != later.key) continue;
    gone[order[i - 1]] = true;
    if (++duplicate_count_ > kMostDuplicates) continue;
    state_.after = After::Value;  // the pointer is the object's
    std::string where = pointer();
    append_pointer(where, later.key);
    duplicates_.push_back({later.key, std::move(where), later.offset, earlier.offset});
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (gone[i]) continue;
    if (kept != i) members[kept] = std::move(members[i]);
    ++kept;
  }
  members.resize(kept);
}

void report_duplicates(const Builder& builder, std::string_view text, std::string_view file,
                       Diagnostics& found) {
  for (const auto& twice : builder.duplicates()) {
    found.push_back(
        {"json-duplicate-key",
         Severity::Warning,
         {{"key", twice.key}, {"line", std::to_string(position_of(text, twice.first).line)}},
         {std::string(file), position_of(text, twice.offset), twice.pointer}});
  }
  if (builder.duplicate_count() > builder.duplicates().size()) {
    const std::size_t more = builder.duplicate_count() - builder.duplicates().size();
    found.push_back({"json-duplicate-keys",
                     Severity::Warning,
                     {{"count", std::to_string(more)}},
                     {std::string(file), {}, {}}});
  }
}

bool report(const Fault& fault, std::string_view text, std::string_view file, std::string pointer,
            Diagnostics& found) {
  found.push_back({fault.code,
                   Severity::Error,
                   fault.arguments,
                   {std::string(file), position_of(text, fault.offset), std::move(pointer)}});
  return false;
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  for (const Member& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

bool parse(std::string_view text, std::string_view file, Value& into, Diagnostics& found,
           std::size_t deepest) {
  into = Value{};
  if (text.size() > kMostTextSize)
    return report({"json-text-too-large", 0, {{"limit", "4096"}}}, {}, file, {}, found);
  if (const auto encoding = find_wrong_encoding(text))
    return report(*encoding, text, file, {}, found);
  const std::size_t start = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  Builder builder(text, start, deepest, into);
  const Input from(text.data(), builder.window());  // it skips the mark itself
  const bool whole = nlohmann::json::sax_parse(from, from, &builder);
  report_duplicates(builder, text, file, found);
  if (whole) return true;
  const Fault fault = builder.fault();
  return report(fault, text, file, builder.pointer(), found);
}

Position position_of(std::string_view text, std::size_t offset) {
  const char line_end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::size_t line_start = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  offset = std::max(std::min(offset, text.size()), line_start);
  Position position{1, 1};
  const std::string_view before = text.substr(0, offset);
  for (std::size_t end; (end = before.find(line_end, line_start)) != std::string_view::npos;) {
    ++position.line;
    line_start = end + 1;
  }
  for (const char c : before.substr(line_start))
    position.column += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0U : 1U;
  return position;
}

std::string pointer_of(const Value& root, std::size_t offset) {
  std::string result;
  for (const Value* value = &root;;) {
    if (value->is(Kind::Object)) {
      const auto next =
          std::upper_bound(value->members.begin(), value->members.end(), offset,
                           [](std::size_t at, const Member& m) { return at < m.offset; });
      if (next == value->members.begin()) return result;
      append_pointer(result, std::prev(next)->key);
      value = &std::prev(next)->value;
    } else if (value->is(Kind::Array)) {
      const auto next =
          std::upper_bound(value->items.begin(), value->items.end(), offset,
                           [](std::size_t at, const Value& v) { return at < v.offset; });
      if (next == value->items.begin()) return result;
      result += '/' + std::to_string(std::prev(next) - value->items.begin());
      value = &*std::prev(next);
    } else {
      return result;
    }
  }
}

}  // namespace pinakes::json
