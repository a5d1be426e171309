// JSON as a tree that knows where each value stands, for readers whose messages name the place.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/diagnostic.h"

namespace pinakes::json {

enum class Kind : std::uint8_t { Null, Boolean, Number, String, Array, Object };

struct Member;

/// One value. Objects keep the order of the file; a key stands once in them.
struct Value {
  Kind kind = Kind::Null;
  bool boolean = false;
  std::uint32_t offset = 0;     // of its first byte in the text it was read from
  std::string text;             // String: its characters. Number: as written
  std::vector<Value> items;     // Array
  std::vector<Member> members;  // Object

  bool is(Kind wanted) const { return kind == wanted; }
  /// The member's value, or null (also where this is no object).
  const Value* find(std::string_view key) const;
};

struct Member {
  std::string key;
  Value value;
  std::uint32_t offset = 0;  // of the key
};

/// Parses with nlohmann's SAX reader (RFC 8259; a byte-order mark is allowed). Bounded: `deepest`
/// levels, texts of 16 MB, one million values and one more for every 40 bytes. False: nothing
/// usable; what is wrong is in `found` with line, column and pointer (json-syntax, json-too-deep,
/// json-too-large, invalid-utf8...). A key that stands twice is reported (json-duplicate-key, a
/// Warning) and its last value kept, as every common parser does.
bool parse(std::string_view text, std::string_view file, Value& into, Diagnostics& found,
           std::size_t deepest = 128);

/// Line and column (code points) of an offset; many offsets that grow are counted once (see
/// rdf::PlaceCounter, which this is for JSON).
Position position_of(std::string_view text, std::size_t offset);
/// RFC 6901 pointer of the innermost value of `root` that stands at `offset`; empty for the root.
std::string pointer_of(const Value& root, std::size_t offset);

}  // namespace pinakes::json
