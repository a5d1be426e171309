// Word boundaries, elision, folding, stems and their cache.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/analyser.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <xapian.h>

#include <algorithm>
#include <optional>

#include "indexer/base/text.h"
#include "indexer/base/text_map.h"

namespace pinakes {
namespace {

// A cache that reaches this many words is emptied: the common ones are back at once.
constexpr std::size_t kMaxCachedWords = 100'000;
constexpr std::size_t kMaxParts = 8;
constexpr std::size_t kMaxWholeBytes = 48;

constexpr auto kElided = std::to_array<std::string_view>(
    {"l",    "d",     "j",      "m",      "n",      "s",      "t",    "c",
     "qu",   "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "un",   "gl",
     "agl",  "degl",  "negl",   "dagl",   "sugl",   "all",    "dell", "nell",
     "dall", "sull",  "coll",   "quell",  "quest",  "dev",    "v"});

enum class Class : std::uint8_t { Other, Word, Ideograph, Hyphen, Dot, Apostrophe };

bool is_ideograph(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

Class class_of(char32_t c) {
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
      return Class::Word;
    if (c == '-' || c == '_') return Class::Hyphen;
    if (c == '\'') return Class::Apostrophe;
    return c == '.' || c == '/' || c == ':' ? Class::Dot : Class::Other;
  }
  if (c == 0x2019 || c == 0x02BC) return Class::Apostrophe;
  if (c == 0x2010 || c == 0x2011) return Class::Hyphen;
  if (is_ideograph(c)) return Class::Ideograph;
  const auto point = static_cast<UChar32>(c);
  const int type = u_charType(point);
  const bool mark = type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
  return mark || u_isalnum(point) ? Class::Word : Class::Other;
}

struct Span {
  std::uint32_t begin, end;
  bool joined;
};

/// Reads one code point; ill-formed bytes read as U+FFFD, which separates words.
struct Scanner {
  std::string_view text;
  std::uint32_t at = 0;

  bool done() const { return at >= text.size(); }
  Class peek(std::uint32_t& next) const {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      next = at + 1;
      return class_of(byte);
    }
    auto i = static_cast<std::int32_t>(at);
    const auto size = static_cast<std::int32_t>(text.size());
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, size, c);
    next = static_cast<std::uint32_t>(i);
    return class_of(static_cast<char32_t>(c));
  }
};

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool is_elided(std::string_view part) {
  if (part.size() > 6) return false;
  std::string lower(part);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::find(kElided.begin(), kElided.end(), lower) != kElided.end();
}

/// Long words keep their beginning and get a hash of the whole, so that they stay distinct.
std::string bounded(std::string term) {
  if (term.size() <= kMaxTokenBytes) return term;
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const char c : term) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  std::size_t keep = kMaxTokenBytes - 17;
  while (keep > 0 && (static_cast<unsigned char>(term[keep]) & 0xC0U) == 0x80) --keep;
  term.resize(keep);
  term += '~';
  for (int shift = 60; shift >= 0; shift -= 4) term += "0123456789abcdef"[(hash >> shift) & 15U];
  return term;
}

using Cache = TextMap<std::string>;

/// One language: its stemmer and the terms of the words seen.
struct Stemmer {
  std::string_view language;
  Xapian::Stem stem;
  Cache cache;

  std::string compute(std::string_view word) const {
    std::string folded = fold(word);
    if (language.empty() || folded.size() < 3 || folded.size() > kMaxTokenBytes ||
        has_digit(folded))
      return bounded(std::move(folded));
    std::string stemmed = stem(restore_accents(std::move(folded), language));
    return bounded(is_ascii(stemmed) ? std::move(stemmed) : fold(stemmed));
  }

  std::string_view term(std::string_view word) {
    if (const auto found = cache.find(word); found != cache.end()) return found->second;
    if (cache.size() >= kMaxCachedWords) cache.clear();
    return cache.emplace(std::string(word), compute(word)).first->second;
  }
};

}  // namespace

std::string_view stem_language(std::string_view language) {
  const auto found = std::find(kStemLanguages.begin(), kStemLanguages.end(), language);
  return found == kStemLanguages.end() ? kStemLanguages[0] : *found;
}

struct Analyser::Impl {
  std::array<std::optional<Stemmer>, kStemLanguages.size()> stemmers;
  std::string joined_text;

  Stemmer& stemmer(std::string_view language) {
    const auto found = std::find(kStemLanguages.begin(), kStemLanguages.end(), language);
    const std::size_t i = found == kStemLanguages.end()
                              ? 0
                              : static_cast<std::size_t>(found - kStemLanguages.begin());
    if (!stemmers[i]) {
      stemmers[i].emplace();
      stemmers[i]->language = kStemLanguages[i];
      if (i > 0) stemmers[i]->stem = Xapian::Stem(std::string(kStemLanguages[i]));
    }
    return *stemmers[i];
  }

  /// The parts of the token that starts at the scanner, joined by single hyphens, dots or
  /// apostrophes. `coded`: only hyphens and apostrophes join them, so the whole is a word too.
  static void read_token(Scanner& scan, std::array<Span, kMaxParts>& parts, std::size_t& count,
                         bool& hyphens_only);
  void emit_whole(std::string_view text, const Span* parts, std::size_t count, bool hyphens_only,
                  std::uint32_t position, Stemmer& stemmer, const Emit& emit);
};

namespace {

void read_part(Scanner& scan) {
  std::uint32_t next = 0;
  while (!scan.done() && scan.peek(next) == Class::Word) scan.at = next;
}

}  // namespace

void Analyser::Impl::read_token(Scanner& scan, std::array<Span, kMaxParts>& parts,
                                std::size_t& count, bool& hyphens_only) {
  count = 0;
  hyphens_only = true;
  for (;;) {
    const std::uint32_t begin = scan.at;
    read_part(scan);
    parts[count] = {begin, scan.at, count > 0};
    ++count;
    if (scan.done() || count == kMaxParts) return;
    std::uint32_t after = 0, next = 0;
    const Class joiner = scan.peek(after);
    if (joiner != Class::Hyphen && joiner != Class::Dot && joiner != Class::Apostrophe) return;
    const Scanner ahead{scan.text, after};
    if (ahead.done() || ahead.peek(next) != Class::Word) return;
    if (joiner == Class::Apostrophe &&
        is_elided(scan.text.substr(begin, parts[count - 1].end - begin))) {
      --count;  // l'hôpital is hôpital
    }
    hyphens_only = hyphens_only && joiner != Class::Dot;
    scan.at = after;
    if (joiner == Class::Apostrophe && count > 0 &&
        (scan.text[after] == 's' || scan.text[after] == 'S')) {
      const Scanner end{scan.text, after + 1};
      if (end.done() || end.peek(next) != Class::Word) {  // Alzheimer's is Alzheimer
        scan.at = after + 1;
        return;
      }
    }
  }
}

void Analyser::Impl::emit_whole(std::string_view text, const Span* parts, std::size_t count,
                                bool hyphens_only, std::uint32_t position, Stemmer& stemmer,
                                const Emit& emit) {
  joined_text.clear();
  for (std::size_t i = 0; i < count; ++i)
    joined_text.append(text.substr(parts[i].begin, parts[i].end - parts[i].begin));
  if (joined_text.size() > kMaxWholeBytes || (!hyphens_only && !has_digit(joined_text))) return;
  const std::string_view term = stemmer.term(joined_text);
  if (term.empty()) return;
  emit({term, parts[0].begin, parts[count - 1].end, position, Token::Kind::Whole, false});
}

Analyser::Analyser() : impl_(std::make_unique<Impl>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;

void Analyser::analyse(std::string_view text, std::string_view language, const Emit& emit) {
  run(text, language, nullptr, emit);
}

void Analyser::analyse(std::string_view text, std::string_view language, const FirstLetters& wanted,
                       const Emit& emit) {
  run(text, language, language == "ga" ? nullptr : &wanted, emit);
}

void Analyser::run(std::string_view text, std::string_view language, const FirstLetters* wanted,
                   const Emit& emit) {
  Stemmer& stemmer = impl_->stemmer(language);
  Scanner scan{text};
  std::uint32_t position = 0, next = 0, last_ideograph_end = 0;
  std::array<Span, kMaxParts> parts;
  while (!scan.done()) {
    const Class what = scan.peek(next);
    if (what == Class::Ideograph) {  // no spaces between words: one token each, phrases join them
      const std::string_view term = stemmer.term(text.substr(scan.at, next - scan.at));
      const bool joined = last_ideograph_end == scan.at && scan.at > 0;
      if (!term.empty()) emit({term, scan.at, next, position++, Token::Kind::Part, joined});
      last_ideograph_end = next;
    }
    if (what != Class::Word) {
      scan.at = next;
      continue;
    }
    std::size_t count = 0;
    bool hyphens_only = true;
    Impl::read_token(scan, parts, count, hyphens_only);
    const std::uint32_t first = position;
    bool joined = false;
    for (std::size_t i = 0; i < count; ++i) {
      const auto word = text.substr(parts[i].begin, parts[i].end - parts[i].begin);
      if (wanted != nullptr && !wanted->may_begin(word)) {
        ++position;
        continue;
      }
      const std::string_view term = stemmer.term(word);
      if (term.empty()) continue;
      emit({term, parts[i].begin, parts[i].end, position++, Token::Kind::Part, joined});
      joined = true;
    }
    const bool whole = count > 1 && position > first &&
                       (wanted == nullptr || wanted->may_begin(text.substr(parts[0].begin, 1)));
    if (whole) impl_->emit_whole(text, parts.data(), count, hyphens_only, first, stemmer, emit);
  }
}

std::string_view Analyser::term(std::string_view word, std::string_view language) {
  return impl_->stemmer(language).term(word);
}

}  // namespace pinakes
