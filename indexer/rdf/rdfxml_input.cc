// Encodings, the document type, and feeding the parser.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/rdfxml_input.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

#include "indexer/base/text.h"
#include "indexer/rdf/characters.h"

namespace pinakes::rdf {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view kMark = "\xEF\xBB\xBF";  // byte-order mark
constexpr std::size_t kLongTag = 8192;              // a shorter one cannot hold too much
constexpr std::size_t kGrowth = 4, kAllowance = std::size_t{1} << 20;

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return result;
}

/// The encoding that the XML declaration at the start of `text` names, or nothing.
std::string declared_encoding(std::string_view text) {
  if (!text.starts_with("<?xml")) return {};
  text = text.substr(0, text.find("?>"));
  std::size_t at = text.find("encoding");
  if (at == npos) return {};
  at = text.find_first_of("\"'", at);
  if (at == npos) return {};
  const std::size_t end = text.find(text[at], at + 1);
  return end == npos ? std::string{} : std::string(text.substr(at + 1, end - at - 1));
}

std::string wide_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x00\x00\xFE\xFF"sv) || bytes.starts_with("\x00\x00\x00<"sv))
    return "UTF-32BE";
  if (bytes.starts_with("\xFF\xFE\x00\x00"sv) || bytes.starts_with("<\x00\x00\x00"sv))
    return "UTF-32LE";
  if (bytes.starts_with("\xFE\xFF"sv) || bytes.starts_with("\x00<"sv)) return "UTF-16BE";
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("<\x00"sv)) return "UTF-16LE";
  return {};
}

std::string byte_name(char byte) {
  std::array<char, 8> name{};
  std::snprintf(name.data(), name.size(), "0x%02X", static_cast<unsigned char>(byte));
  return name.data();
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// One that stops at a byte that is no character.
Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_FAILURE(status) ? nullptr : std::move(converter);
}

}  // namespace

XmlInput::XmlInput(std::string_view bytes) {
  find_encoding(bytes);
  at_ = std::min(text_.find_first_not_of(" \t\r\n", start_), end_);
  if (at_ > start_ && text_.substr(at_).starts_with("<?xml"))
    note({"rdfxml-leading-blanks", start_}, Severity::Warning);
  marks_.push_back({0, at_});
  check_tags();
  find_doctype();
  find_reference();
}

void XmlInput::note(SyntaxError what, Severity severity) {
  notes_.push_back({std::move(what), severity});
}

void XmlInput::cut(SyntaxError why) {
  end_ = std::min(end_, why.offset);
  note(std::move(why), Severity::Error);
}

void XmlInput::find_encoding(std::string_view bytes) {
  text_ = bytes;
  end_ = bytes.size();
  std::string encoding = wide_encoding(bytes);
  if (!encoding.empty()) return decode(bytes, encoding);
  if (bytes.starts_with(kMark)) start_ = kMark.size();
  const std::size_t first = std::min(bytes.find_first_not_of(" \t\r\n", start_), bytes.size());
  encoding = declared_encoding(bytes.substr(first, 1024));
  const std::string name = upper(encoding);
  const bool narrow = name.empty() || name == "UTF-8" || name == "UTF8" || name == "US-ASCII" ||
                      name == "ASCII" || start_ > 0;
  // A program that holds its text as UTF-16 declares that, whatever it then writes.
  const bool wide = name.starts_with("UTF-16") || name.starts_with("UTF-32") ||
                    name.starts_with("ISO-10646") || name.starts_with("UCS-");
  if (!narrow && !wide) return decode(bytes, encoding);
  if (wide && start_ == 0)
    note({"rdfxml-encoding-wide", first, {{"encoding", encoding}}}, Severity::Warning);
  check_utf8(name.empty() || wide ? "UTF-8" : encoding);
}

void XmlInput::check_utf8(const std::string& encoding) {
  const std::size_t bad = find_invalid_utf8(text_);
  if (bad == npos) return;
  cut({"rdfxml-encoding-byte", bad, {{"encoding", encoding}, {"byte", byte_name(text_[bad])}}});
}

void XmlInput::decode(std::string_view bytes, const std::string& encoding) {
  const Converter from = open_converter(encoding.c_str()), to = open_converter("UTF-8");
  if (from == nullptr || to == nullptr) {
    end_ = 0;
    return note({"rdfxml-encoding-unknown", 0, {{"encoding", encoding}}}, Severity::Error);
  }
  std::vector<char> piece(std::size_t{64} << 10);
  std::array<UChar, 1024> pivot{};
  UChar *pivot_from = pivot.data(), *pivot_to = pivot.data();
  const char *source = bytes.data(), *const source_end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  for (bool first = true; status == U_BUFFER_OVERFLOW_ERROR; first = false) {
    status = U_ZERO_ERROR;
    char* target = piece.data();
    ucnv_convertEx(to.get(), from.get(), &target, piece.data() + piece.size(), &source, source_end,
                   pivot.data(), &pivot_from, &pivot_to, pivot.data() + pivot.size(), first ? 1 : 0,
                   1, &status);
    decoded_.append(piece.data(), target);
  }
  text_ = decoded_;
  end_ = text_.size();
  if (text_.starts_with(kMark)) start_ = kMark.size();
  if (U_FAILURE(status) && source > bytes.data())
    cut({"rdfxml-encoding-byte",
         end_,
         {{"encoding", encoding}, {"byte", byte_name(*(source - 1))}}});
}

/// The parser compares each attribute of a tag with each other: a tag with a hundred thousand of
/// them would keep it busy for minutes.
void XmlInput::check_tags() {
  for (std::size_t at = text_.find('<', at_); at < end_;) {
    const std::size_t next = std::min(text_.find('<', at + 1), end_);
    if (next - at > kLongTag && !text_.substr(at).starts_with("<!") &&
        !text_.substr(at).starts_with("<?")) {
      std::size_t attributes = 0;
      char quote = '\0';
      for (std::size_t i = at; i < next && (quote != '\0' || text_[i] != '>'); ++i) {
        const char c = text_[i];
        if (quote != '\0') {
          if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
          quote = c;
          ++attributes;
        }
      }
      if (attributes > kMostAttributes)
        return cut({"rdfxml-attributes", at, {{"limit", std::to_string(kMostAttributes)}}});
    }
    at = next;
  }
}

void XmlInput::find_doctype() {
  for (std::size_t at = at_; at < end_;) {
    while (at < end_ && has_class(text_[at], kSpace)) ++at;
    const std::string_view rest = text_.substr(at, end_ - at);
    std::size_t end = npos;
    if (rest.starts_with("<!--")) {
      end = text_.find("-->", at);
    } else if (rest.starts_with("<?")) {
      end = text_.find("?>", at);
    } else if (rest.starts_with("<!DOCTYPE")) {
      try {
        doctype_end_ = entities_.read(text_.substr(0, end_), at);
      } catch (SyntaxError& error) {
        error.offset = std::min(error.offset, end_);
        const std::size_t where = error.offset;
        cut(std::move(error));
        end_ = std::min(at, where);
        return;
      }
      doctype_ = at;
      has_entities_ = true;
      if (!entities_.external().empty())
        note({"rdfxml-dtd", at, {{"address", entities_.external()}}}, Severity::Info);
      return;
    }
    if (end == npos) return;
    at = end + 2;
  }
}

/// Moves stop_ to the next place that is not copied as it is.
void XmlInput::find_reference() {
  stop_ = end_;
  if (doctype_ == npos) return;
  if (at_ <= doctype_) {
    stop_ = doctype_;
    return;
  }
  const auto past = [this](std::size_t at, std::string_view end) {
    const std::size_t found = text_.find(end, at);
    return found == npos ? end_ : found;
  };
  for (std::size_t at = at_; at < end_; ++at) {
    if (text_[at] == '<') {
      const std::string_view rest = text_.substr(at, 9);
      if (rest.starts_with("<!--"))
        at = past(at + 4, "-->");
      else if (rest == "<![CDATA[")
        at = past(at, "]]>");
      else if (rest.starts_with("<?"))
        at = past(at, "?>");
    } else if (text_[at] == '&') {
      const std::string_view name = text_.substr(at + 1, 256);
      const std::size_t end = name.find(';');
      if (end == npos || !entities_.has(name.substr(0, end))) continue;
      stop_ = std::min(at, end_);
      return;
    }
  }
}

/// At the end of what is copied as it is: the document type or an entity.
void XmlInput::expand() {
  if (at_ == doctype_) {
    at_ = doctype_end_;
    // The space it leaves: '<!DOCTYPE a><b>' must stay apart from an XML declaration before it.
    pending_ = "\n";
  } else {
    const std::size_t end = text_.find(';', at_);
    try {
      pending_ = entities_.replacement(text_.substr(at_ + 1, end - at_ - 1), at_);
      replaced_ += pending_.size();
      if (replaced_ > kAllowance + kGrowth * text_.size())
        throw SyntaxError{"rdfxml-entities-large", at_, {{"limit", std::to_string(kGrowth)}}};
    } catch (SyntaxError& error) {
      failure_ = std::move(error);
      pending_ = {};
      end_ = stop_ = at_;
      return;
    }
    marks_.push_back({fed_, at_});
    at_ = end + 1;
  }
  marks_.push_back({fed_ + pending_.size(), at_});
  find_reference();
}

std::size_t XmlInput::read(char* to, std::size_t size) {
  std::size_t written = 0;
  while (written < size) {
    if (pending_.empty() && at_ == stop_) {
      if (at_ >= end_) break;
      expand();
      continue;
    }
    const bool entity = !pending_.empty();
    const std::string_view from = entity ? pending_ : text_.substr(at_, stop_ - at_);
    const std::size_t taken = std::min(from.size(), size - written);
    std::memcpy(to + written, from.data(), taken);
    written += taken;
    fed_ += taken;
    if (entity)
      pending_.remove_prefix(taken);
    else
      at_ += taken;
  }
  return written;
}

std::size_t XmlInput::source_of(std::size_t fed) {
  while (marks_.size() > 1 && marks_[1].fed <= fed) marks_.pop_front();
  const Mark& mark = marks_.front();
  const std::size_t source = mark.source + (fed > mark.fed ? fed - mark.fed : 0);
  const std::size_t limit = marks_.size() > 1 ? marks_[1].source : text_.size();
  return std::min({source, limit, text_.size()});
}

}  // namespace pinakes::rdf
