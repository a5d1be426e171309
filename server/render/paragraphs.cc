// Publishers' text made safe to show: HTML becomes plain paragraphs, addresses become links.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/paragraphs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "indexer/base/text.h"

namespace pinakes {
namespace {

constexpr std::string_view kSpace = " \t\n\r\f\v";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// The references that publishers' editors write; others stay as they are.
constexpr auto kReferences = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},   {"eacute", "é"}, {"egrave", "è"}, {"ecirc", "ê"},  {"euml", "ë"},
    {"agrave", "à"}, {"acirc", "â"},  {"auml", "ä"},   {"ccedil", "ç"}, {"icirc", "î"},
    {"iuml", "ï"},   {"ocirc", "ô"},  {"ouml", "ö"},   {"ugrave", "ù"}, {"ucirc", "û"},
    {"uuml", "ü"},   {"szlig", "ß"},  {"oelig", "œ"},  {"Eacute", "É"}, {"Agrave", "À"},
    {"rsquo", "’"},  {"lsquo", "‘"},  {"ldquo", "“"},  {"rdquo", "”"},  {"laquo", "«"},
    {"raquo", "»"},  {"ndash", "–"},  {"mdash", "—"},  {"hellip", "…"}, {"bull", "•"},
    {"middot", "·"}, {"deg", "°"},    {"euro", "€"},   {"copy", "©"},   {"reg", "®"},
    {"trade", "™"},  {"sup2", "²"},   {"sup3", "³"},   {"times", "×"},  {"ge", "≥"},
    {"le", "≤"},     {"plusmn", "±"}, {"micro", "µ"},  {"sect", "§"},
});

bool append_numeric(std::string& out, std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, failed] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  if (failed != std::errc() || end != digits.data() + digits.size()) return false;
  if (code == 0xA0) code = ' ';
  const bool scalar = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  if (!scalar && code != '\n' && code != '\t') return false;
  append_utf8(out, static_cast<char32_t>(code));
  return true;
}

// Appends what the reference at `at` ('&') means; how many bytes were read, 0 if it is none.
std::size_t append_reference(std::string& out, std::string_view text, std::size_t at) {
  const std::size_t end = text.substr(0, at + 12).find(';', at);
  if (end == std::string_view::npos || end == at + 1) return 0;
  const std::string_view name = text.substr(at + 1, end - at - 1);
  if (name[0] == '#') return append_numeric(out, name.substr(1)) ? end - at + 1 : 0;
  const auto found = std::find_if(kReferences.begin(), kReferences.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  if (found == kReferences.end()) return 0;
  out.append(found->second);
  return end - at + 1;
}

bool is_block(std::string_view name) {
  static constexpr auto kBlocks = std::to_array<std::string_view>(
      {"p",  "div", "ul",         "ol",      "table",   "tr",  "h1", "h2", "h3", "h4",
       "h5", "h6",  "blockquote", "section", "article", "pre", "hr", "dl", "dt", "dd"});
  return std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
}

// Collects lines into paragraphs; white space is one space.
class Lines {
 public:
  void text(char c) {
    if (kSpace.find(c) != std::string_view::npos) {
      space_ = !line_.empty();
      return;
    }
    if (std::exchange(space_, false)) line_.push_back(' ');
    line_.push_back(c);
  }
  void end_line() {
    space_ = false;
    if (line_.empty()) return;
    if (!paragraph_.empty()) paragraph_.push_back('\n');
    paragraph_.append(std::exchange(line_, {}));
  }
  void end_paragraph() {
    end_line();
    if (!paragraph_.empty()) paragraphs_.push_back(std::exchange(paragraph_, {}));
  }
  std::vector<std::string> finish() {
    end_paragraph();
    return std::move(paragraphs_);
  }

 private:
  std::string line_, paragraph_;
  bool space_ = false;
  std::vector<std::string> paragraphs_;
};

// Where the next `</name` begins, whatever the case of its letters; npos if nowhere.
std::size_t find_closing(std::string_view text, std::string_view name, std::size_t at) {
  for (at = text.find("</", at); at != std::string_view::npos; at = text.find("</", at + 1))
    if (lower(text.substr(at + 2, name.size())) == name) return at;
  return at;
}

// Reads the markup at `at` ('<'); where the text goes on, or `at` if this is no markup. `last_end`
// is where the last '>' of the text is, so that no '<' without one is looked for to the end.
std::size_t skip_markup(std::string_view text, std::size_t at, std::size_t last_end, Lines& lines) {
  if (text.substr(at).starts_with("<!--")) {
    const std::size_t end = text.find("-->", at);
    return end == std::string_view::npos ? text.size() : end + 3;
  }
  std::size_t name_at = at + 1;
  const bool closing = name_at < text.size() && text[name_at] == '/';
  if (closing) ++name_at;
  if (name_at >= text.size() || (!is_letter(text[name_at]) && text[name_at] != '!')) return at;
  if (last_end == std::string_view::npos || name_at > last_end) return at;
  const std::size_t end = text.find('>', name_at);
  std::size_t name_end = name_at;
  while (is_letter(text[name_end]) || is_digit(text[name_end])) ++name_end;
  const std::string name = lower(text.substr(name_at, name_end - name_at));
  if (!closing && (name == "script" || name == "style")) {
    const std::size_t over = find_closing(text, name, end);
    if (over == std::string_view::npos) return text.size();
    return std::min(text.find('>', over), text.size() - 1) + 1;
  }
  if (name == "br") lines.end_line();
  if (is_block(name)) lines.end_paragraph();
  if (name == "li") {
    lines.end_line();
    if (!closing)
      for (const char c : std::string_view("• ")) lines.text(c);
  }
  return end + 1;
}

bool begins_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://") || text.starts_with("mailto:");
}

// What is longer is no address that a browser would open, and would be read again at each place.
constexpr std::size_t kLongestAddress = 2'000;

// The address at the start of `text`, without the punctuation that ends a sentence.
std::string_view address_at(std::string_view text) {
  text = text.substr(0, kLongestAddress);
  std::size_t end = std::min(text.find_first_of(" \t\n<>\"`{}|\\^"), text.size());
  for (const std::string_view quote : {"»", "”", "’", "\u00a0", "\u202f"})
    end = std::min(end, text.find(quote));
  std::string_view address = text.substr(0, end);
  while (!address.empty()) {
    const char last = address.back();
    const bool unopened = last == ')' && address.find('(') == std::string_view::npos;
    if (!unopened && std::string_view(".,;:!?'*").find(last) == std::string_view::npos) break;
    address.remove_suffix(1);
  }
  return address;
}

void append_linked(std::string& out, std::string_view line) {
  std::size_t plain = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (at > 0 && is_letter(line[at - 1])) continue;
    if (!begins_address(line.substr(at))) continue;
    const std::string_view address = address_at(line.substr(at));
    const std::string href = safe_href(address);
    if (href.empty()) continue;
    out.append(escape_html(line.substr(plain, at - plain)));
    out.append("<a rel=\"nofollow noopener\" href=\"").append(escape_html(href)).append("\">");
    out.append(escape_html(address)).append("</a>");
    at += address.size() - 1;
    plain = at + 1;
  }
  out.append(escape_html(line.substr(plain)));
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (const char c : text) {
    switch (c) {
      case '&':
        out.append("&amp;");
        break;
      case '<':
        out.append("&lt;");
        break;
      case '>':
        out.append("&gt;");
        break;
      case '"':
        out.append("&quot;");
        break;
      case '\'':
        out.append("&#39;");
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::vector<std::string> plain_paragraphs(std::string_view text) {
  Lines lines;
  std::string decoded;
  const std::size_t last_end = text.rfind('>');
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '<') {
      const std::size_t after = skip_markup(text, at, last_end, lines);
      if (after > at) {
        at = after;
        continue;
      }
    }
    if (c == '&') {
      decoded.clear();
      if (const std::size_t read = append_reference(decoded, text, at); read > 0) {
        for (const char d : decoded) lines.text(d);
        at += read;
        continue;
      }
    }
    if (text.substr(at).starts_with("\u00a0")) {
      lines.text(' ');
      at += std::string_view("\u00a0").size();
      continue;
    }
    if (c == '\n') {
      const std::size_t next = text.find_first_not_of(" \t\r", at + 1);
      const bool blank = next != std::string_view::npos && text[next] == '\n';
      blank ? lines.end_paragraph() : lines.end_line();
    } else {
      lines.text(c);
    }
    ++at;
  }
  return lines.finish();
}

std::string plain_line(std::string_view text) {
  std::string out;
  for (std::string paragraph : plain_paragraphs(text)) {
    std::replace(paragraph.begin(), paragraph.end(), '\n', ' ');
    if (!out.empty()) out.push_back(' ');
    out.append(paragraph);
  }
  return out;
}

std::string paragraphs_html(std::string_view text) {
  std::string out;
  for (const std::string& paragraph : plain_paragraphs(text)) {
    out.append("<p>");
    for (std::size_t at = 0; at < paragraph.size();) {
      const std::size_t end = std::min(paragraph.find('\n', at), paragraph.size());
      if (at > 0) out.append("<br>");
      append_linked(out, std::string_view(paragraph).substr(at, end - at));
      at = end + 1;
    }
    out.append("</p>\n");
  }
  return out;
}

std::string excerpt(std::string_view text, std::size_t limit) {
  std::size_t at = 0, seen = 0, word = 0;
  for (; at < text.size() && seen < limit; ++seen) {
    if (text[at] == ' ') word = at;
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  }
  if (at >= text.size()) return std::string(text);
  std::string out(text.substr(0, word > at / 2 ? word : at));
  while (!out.empty() && std::string_view(" ,;:.").find(out.back()) != std::string_view::npos)
    out.pop_back();
  return out.append("…");
}

std::string safe_href(std::string_view address) {
  address = trim(address);
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || colon + 1 == address.size()) return {};
  const std::string scheme = lower(address.substr(0, colon));
  const bool web = (scheme == "http" || scheme == "https") &&
                   address.substr(colon).starts_with("://") && address.size() > colon + 3;
  const bool mail = scheme == "mailto" && address.find('@') != std::string_view::npos;
  if (!web && !mail) return {};
  for (const char c : address)
    if (static_cast<unsigned char>(c) <= 0x20 || c == '\x7f') return {};
  return std::string(address);
}

}  // namespace pinakes
