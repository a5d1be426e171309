// Turns text into index terms: words with byte offsets, folded and stemmed by their language.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pinakes {

/// One word of a text. `term` lives until the next call of the analyser.
struct Token {
  std::string_view term;     // folded and stemmed, at most kMaxTokenBytes
  std::uint32_t begin, end;  // bytes of the text, without an elided article
  std::uint32_t position;    // counts parts from 0
  enum class Kind : std::uint8_t {
    Part,   // a word, or one part of a hyphenated or coded token
    Whole,  // all parts of COVID-19 or I21.9 joined; stands at the first part's position
  } kind = Kind::Part;
  bool joined = false;  // no space or punctuation between this part and the one before
};

inline constexpr std::size_t kMaxTokenBytes = 64;
/// Part of the index fingerprint: raise it with every change that changes terms.
inline constexpr int kAnalyserVersion = 4;

/// Languages with a stemmer; "" stands for every other (folded words only).
inline constexpr std::array<std::string_view, 16> kStemLanguages = {
    "", "ca", "da", "de", "en", "es", "fi", "fr", "ga", "hu", "it", "lt", "nl", "pt", "ro", "sv"};

/// The entry of kStemLanguages that words of this language are stemmed with.
std::string_view stem_language(std::string_view language);

/// Letters and digits that terms of interest begin with. No stemmer but the Irish one changes a
/// word's first letter, so that most words of a text can be passed over without a look.
class FirstLetters {
 public:
  void add(std::string_view term) {
    const auto first = static_cast<unsigned char>(term.empty() ? 0x80 : term.front());
    if (first >= 0x80)
      all_ = true;
    else
      letters_[first] = true;
  }
  /// Whether this word's term may be one of them.
  bool may_begin(std::string_view word) const {
    const auto first = static_cast<unsigned char>(word.front());
    if (all_ || first >= 0x80) return true;
    return letters_[first >= 'A' && first <= 'Z' ? first + ('a' - 'A') : first];
  }

 private:
  std::array<bool, 0x80> letters_{};
  bool all_ = false;
};

/// Not for use from two threads at once: it keeps a cache of word -> term for each language.
class Analyser {
 public:
  Analyser();
  ~Analyser();
  Analyser(Analyser&&) noexcept;

  using Emit = std::function<void(const Token&)>;
  /// Tokens in the order of the text. Elided articles (l', d', qu'... with either apostrophe) and
  /// a possessive 's are left out whatever the language, so that a query means the same in all.
  void analyse(std::string_view text, std::string_view language, const Emit& emit);
  /// Only the tokens that may be of interest.
  void analyse(std::string_view text, std::string_view language, const FirstLetters& wanted,
               const Emit& emit);
  /// Folded and stemmed term of one word; valid until the next call.
  std::string_view term(std::string_view word, std::string_view language);

 private:
  struct Impl;
  void run(std::string_view text, std::string_view language, const FirstLetters* wanted,
           const Emit& emit);
  std::unique_ptr<Impl> impl_;
};

/// The folded word with those accents put back that the language's stemmer needs to know an ending
/// (vacunacion -> vacunación). Only the ending decides, so accented and unaccented words meet.
std::string restore_accents(std::string folded, std::string_view language);

/// Primary subtag of the language a text is written in, or "" where that is not sure (CLD2).
std::string detect_language(std::string_view text);

}  // namespace pinakes
