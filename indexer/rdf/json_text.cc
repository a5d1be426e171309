// Commas, line ends and escapes of JSON text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/json_text.h"

namespace pinakes::rdf {

void JsonText::new_line() {
  to_->put('\n');
  for (std::size_t i = 0; i < levels_.size(); ++i) to_->put("  ");
}

/// What comes before a value or a key.
void JsonText::next() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) to_->put(level.lines == Lines::One ? ", " : ",");
  if (level.lines == Lines::Many) new_line();
  level.empty = false;
}

void JsonText::open(char bracket, Lines lines) {
  next();
  to_->put(bracket);
  levels_.push_back({lines});
}

void JsonText::close(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty && level.lines == Lines::Many) new_line();
  to_->put(bracket);
}

void JsonText::key(std::string_view name) {
  next();
  to_->put('"');
  escaped(name);
  to_->put("\": ");
  after_key_ = true;
}

void JsonText::string(std::string_view text) { string(text, {}); }

void JsonText::string(std::string_view text, std::string_view more) {
  next();
  to_->put('"');
  escaped(text);
  escaped(more);
  to_->put('"');
}

void JsonText::literal(std::string_view token) {
  next();
  to_->put(token);
}

void JsonText::member(std::string_view name, std::string_view text) {
  key(name);
  string(text);
}

void JsonText::escaped(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF", kShort = "btn?fr";  // from 0x08 on
  std::size_t start = 0;
  const auto replace = [&](std::size_t at, std::string_view by) {
    to_->put(text.substr(start, at - start));
    to_->put(by);
    start = at + 1;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != '<') continue;
    if (byte == '"') {
      replace(at, "\\\"");
    } else if (byte == '\\') {
      replace(at, "\\\\");
    } else if (byte == '<') {
      // What ends or comments out an HTML script (HTML standard section 4.12.1.3).
      if (at + 1 < text.size() && (text[at + 1] == '/' || text[at + 1] == '!'))
        replace(at, "\\u003C");
    } else if (byte >= 0x08 && byte <= 0x0D && byte != 0x0B) {
      const char letters[] = {'\\', kShort[byte - 0x08U]};
      replace(at, {letters, 2});
    } else {
      const char letters[] = {'\\', 'u', '0', '0', kHex[byte >> 4U], kHex[byte & 15U]};
      replace(at, {letters, 6});
    }
  }
  to_->put(text.substr(start));
}

}  // namespace pinakes::rdf
