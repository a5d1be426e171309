// Tells Turtle, TriG, N-Triples and N-Quads apart by the first tokens.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>

#include "indexer/rdf/sniff_content.h"

namespace pinakes::rdf {
namespace {

enum class Token : std::uint8_t { Iri, Text, Blank, Directive, Brace, Dot, Sign, Name, Odd, End };

/// Tokens as far as telling the formats apart needs them: a fault is Odd, and ends the look.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  Token next() {
    skip_space();
    if (at_ >= text_.size()) return Token::End;
    const char c = text_[at_];
    if (c == '<') return iri();
    if (c == '"' || c == '\'') return text();
    if (c == '@') return word(), Token::Directive;
    if (c == '{' || c == '}') return ++at_, Token::Brace;
    if (c == '.') return ++at_, Token::Dot;
    if (std::string_view(";,[]()=").find(c) != std::string_view::npos) return ++at_, Token::Sign;
    if (c == '^') {
      at_ = std::min(at_ + 2, text_.size());
      return next();
    }
    const std::string_view name = word();
    if (name.empty()) return Token::Odd;
    if (name.starts_with("_:")) return Token::Blank;
    if (is(name, "prefix") || is(name, "base")) return Token::Directive;
    const bool known = name == "a" || name == "true" || name == "false" || is(name, "graph") ||
                       name.find(':') != std::string_view::npos ||
                       std::string_view("+-0123456789").find(c) != std::string_view::npos;
    return known ? Token::Name : Token::Odd;
  }
  bool relative_iri() const { return relative_; }
  /// Behind a text: its language or datatype belongs to it.
  void skip_suffix() {
    if (at_ < text_.size() && text_[at_] == '@') word();
    if (text_.substr(at_).starts_with("^^")) {
      at_ += 2;
      next();
    }
  }

 private:
  static bool is(std::string_view word, std::string_view lower) {
    return word.size() == lower.size() &&
           std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) {
             return a == b || (a >= 'A' && a <= 'Z' && a + 32 == b);
           });
  }

  void skip_space() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '#')
        at_ = std::min(text_.find_first_of("\r\n", at_), text_.size() - 1);
      else if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
        return;
    }
  }
  Token iri() {
    const std::size_t end = text_.find_first_of("> \t\r\n<\"{}", at_ + 1);
    if (end == std::string_view::npos) return Token::End;
    if (text_[end] != '>') return Token::Odd;
    if (text_.substr(at_, end - at_).find(':') == std::string_view::npos) relative_ = true;
    at_ = end + 1;
    return Token::Iri;
  }
  Token text() {
    const std::string_view quote = text_.substr(at_, 1);
    const std::string_view three = text_.substr(at_, 3);
    const bool is_long = three.size() == 3 && three[1] == quote[0] && three[2] == quote[0];
    const std::string_view closing = is_long ? three : quote;
    for (at_ += closing.size(); at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_.substr(at_).starts_with(closing)) {
        at_ += closing.size();
        return Token::Text;
      } else if (!is_long && (text_[at_] == '\n' || text_[at_] == '\r')) {
        return Token::Odd;
      }
    }
    return Token::End;
  }
  /// Up to white space or a sign; a dot inside belongs to it, a dot at its end does not.
  std::string_view word() {
    std::size_t end = text_.find_first_of(" \t\r\n;,[](){}<>\"'", at_ + 1);
    if (end == std::string_view::npos) end = text_.size();
    while (end > at_ + 1 && text_[end - 1] == '.') --end;
    const std::string_view found = text_.substr(at_, end - at_);
    at_ = end;
    return found;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool relative_ = false;
};

constexpr int kStatements = 200;  // enough to tell

/// What was met so far.
class Statements {
 public:
  /// False: enough is known.
  bool take(Token token, Tokens& tokens) {
    if (token == Token::Directive) return directive(tokens);
    if (token == Token::Brace) {
      braces_ = before_ != Token::Text && before_ != Token::Sign;
      return false;
    }
    if (token == Token::Text) tokens.skip_suffix();
    if (token == Token::Dot) {
      if (terms_ == 4 && !short_hand_) ++quads_;
      if (terms_ >= 3) ++count_;
      terms_ = 0;
    } else {
      ++terms_;
      if (token == Token::Name || token == Token::Sign) short_hand_ = true;
    }
    before_ = token;
    return count_ < kStatements;
  }

  Look look(bool relative_iri) const {
    using Sure = Look::Sure;
    if (braces_) return {Sure::Yes, "trig", {}, {}};
    if (directives_ > 0) return {Sure::Yes, "turtle", {}, {}};
    if (count_ == 0) return {};
    if (short_hand_ || relative_iri) return {Sure::Likely, "turtle", {}, {}};
    return {Sure::Yes, quads_ > 0 ? "nquads" : "ntriples", {}, {}};
  }

 private:
  /// `PREFIX a: <b>` has no dot at its end, `@prefix a: <b> .` has one; `@base` has no name.
  bool directive(Tokens& tokens) {
    if (terms_ > 0) return false;
    Token token = tokens.next();
    if (token == Token::Name) token = tokens.next();
    if (token != Token::Iri) return false;
    before_ = Token::Dot;
    return ++directives_ < kStatements;
  }

  int count_ = 0, quads_ = 0, terms_ = 0, directives_ = 0;
  bool short_hand_ = false, braces_ = false;
  Token before_ = Token::Dot;
};

}  // namespace

Look look_at_turtle(std::string_view start) {
  Tokens tokens(start);
  Statements met;
  for (;;) {
    const Token token = tokens.next();
    if (token == Token::End || token == Token::Odd || !met.take(token, tokens)) break;
  }
  return met.look(tokens.relative_iri());
}

}  // namespace pinakes::rdf
