// sh:pattern through ICU, which unlike std::regex does not recurse on its input.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shacl/regex.h"

#include <unicode/unistr.h>
#include <unicode/uregex.h>

#include <cstdint>
#include <string>
#include <utility>

namespace pinakes::shacl {
namespace {

// In ICU's own units of work; about a second on slow machines.
constexpr std::int32_t kTimeLimit = 2000;
constexpr std::int32_t kStackLimit = 8 << 20;

std::optional<std::uint32_t> options_of(std::string_view flags) {
  std::uint32_t options = 0;
  for (const char flag : flags) switch (flag) {
      case 'i':
        options |= UREGEX_CASE_INSENSITIVE;
        break;
      case 's':
        options |= UREGEX_DOTALL;
        break;
      case 'm':
        options |= UREGEX_MULTILINE;
        break;
      case 'x':
        options |= UREGEX_COMMENTS;
        break;
      case 'q':
        options |= UREGEX_LITERAL;
        break;
      default:
        return std::nullopt;
    }
  return options;
}

/// In XPath `$` is the very end of the text; ICU's also matches before a last line break.
std::string with_exact_end(std::string_view pattern) {
  std::string result;
  int in_class = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\' && i + 1 < pattern.size()) {
      result += c;
      result += pattern[++i];
      continue;
    }
    if (c == '[') ++in_class;
    if (c == ']' && in_class > 0) --in_class;
    if (c == '$' && in_class == 0)
      result += "\\z";
    else
      result += c;
  }
  return result;
}

bool bound(URegularExpression* expression) {
  UErrorCode status = U_ZERO_ERROR;
  uregex_setTimeLimit(expression, kTimeLimit, &status);
  uregex_setStackLimit(expression, kStackLimit, &status);
  return U_SUCCESS(status) != 0;
}

}  // namespace

struct Regex::Impl {
  explicit Impl(URegularExpression* given) : expression(given) {}
  ~Impl() { uregex_close(expression); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  URegularExpression* expression;
};

Regex::Regex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

std::optional<Regex> Regex::compile(std::string_view pattern, std::string_view flags) {
  const auto options = options_of(flags);
  if (!options || pattern.size() > 100000) return std::nullopt;
  const bool plain = (*options & (UREGEX_MULTILINE | UREGEX_LITERAL)) == 0;
  const std::string exact = plain ? with_exact_end(pattern) : std::string(pattern);
  const auto wide = icu::UnicodeString::fromUTF8(exact);
  UErrorCode status = U_ZERO_ERROR;
  auto* expression =
      uregex_open(wide.getBuffer(), wide.length(), *options | UREGEX_UNIX_LINES, nullptr, &status);
  if (U_FAILURE(status)) return std::nullopt;
  auto impl = std::make_unique<Impl>(expression);
  if (!bound(expression)) return std::nullopt;
  return Regex(std::move(impl));
}

Regex Regex::copy() const {
  UErrorCode status = U_ZERO_ERROR;
  auto impl = std::make_unique<Impl>(uregex_clone(impl_->expression, &status));
  // It fails only without memory, and then search() says TooCostly.
  if (impl->expression != nullptr) bound(impl->expression);
  return Regex(std::move(impl));
}

Regex::Outcome Regex::search(std::string_view text) {
  if (impl_->expression == nullptr) return Outcome::TooCostly;
  constexpr std::size_t kLongest = std::size_t{64} << 20;
  if (text.size() > kLongest) return Outcome::TooCostly;
  const auto wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  UErrorCode status = U_ZERO_ERROR;
  uregex_setText(impl_->expression, wide.getBuffer(), wide.length(), &status);
  const UBool found = uregex_find(impl_->expression, 0, &status);
  if (U_FAILURE(status)) return Outcome::TooCostly;
  return found != 0 ? Outcome::Found : Outcome::NotFound;
}

}  // namespace pinakes::shacl
