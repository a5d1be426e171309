// Sentences of the interface in one language (web/i18n), with its plurals, numbers and dates.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/i18n.h"

#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include <array>
#include <charconv>
#include <chrono>
#include <fstream>
#include <limits>
#include <mutex>
#include <nlohmann/json.hpp>

#include "indexer/base/error.h"

namespace pinakes {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

// Dates and numbers of "en" are British here: 2 January 2026, as the catalogue is European.
icu::Locale locale_of(const std::string& language) {
  return language == "en" ? icu::Locale("en_GB") : icu::Locale(language.c_str());
}

nlohmann::json read_json(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw Error(ErrorCode::Io, "cannot open '" + file.string() + "'");
  try {
    return nlohmann::json::parse(in);
  } catch (const nlohmann::json::exception& e) {
    throw Error(ErrorCode::Io, "'" + file.string() + "' is not JSON: " + e.what());
  }
}

icu::Formattable formattable(const std::variant<std::string, std::int64_t>& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return icu::Formattable(*number);
  return icu::Formattable(utf16(std::get<std::string>(value)));
}

constexpr double kMillisecondsPerDay = 86'400'000.0;

// Dates of metadata are ISO 8601: Gregorian at all times, never Julian, and without a time zone.
std::unique_ptr<icu::Calendar> metadata_calendar(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  auto calendar =
      std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), locale, status);
  calendar->setGregorianChange(std::numeric_limits<UDate>::lowest(), status);
  if (U_FAILURE(status)) throw Error(ErrorCode::Internal, "ICU has no Gregorian calendar");
  return calendar;
}

std::chrono::year_month_day civil(std::int32_t day) {
  return std::chrono::sys_days(std::chrono::days(day));
}

}  // namespace

int year_of(std::int32_t day) { return static_cast<int>(civil(day).year()); }

struct Sentences::Impl {
  std::string language;
  icu::Locale locale;
  icu::number::LocalizedNumberFormatter numbers;  // immutable, so it needs no lock
  std::map<std::string, std::string, std::less<>> plain;
  std::map<std::string, std::unique_ptr<icu::MessageFormat>, std::less<>> patterns;
  std::unique_ptr<icu::SimpleDateFormat> day, month;
  // ICU's MessageFormat and DateFormat fill caches while they format, though they are const.
  std::mutex formatting;

  std::string shown(const icu::SimpleDateFormat& format, std::int32_t at) {
    const std::lock_guard lock(formatting);
    icu::UnicodeString out;
    format.format(static_cast<UDate>(at) * kMillisecondsPerDay, out);
    return utf8(out);
  }
};

Sentences::Sentences(const std::filesystem::path& file, std::string language)
    : impl_(std::make_unique<Impl>()) {
  impl_->language = std::move(language);
  impl_->locale = locale_of(impl_->language);
  impl_->numbers = icu::number::NumberFormatter::withLocale(impl_->locale);
  UErrorCode status = U_ZERO_ERROR;
  // 'u' is the year with its sign; 'y' would show 401 before our era as 401.
  impl_->day = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString("d MMMM u"),
                                                       impl_->locale, status);
  impl_->month =
      std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString("MMMM u"), impl_->locale, status);
  if (U_FAILURE(status)) throw Error(ErrorCode::Internal, "ICU has no date formats");
  for (icu::SimpleDateFormat* format : {impl_->day.get(), impl_->month.get()})
    format->adoptCalendar(metadata_calendar(impl_->locale).release());
  const nlohmann::json sentences = read_json(file);
  for (const auto& [key, value] : sentences.items()) {
    if (!value.is_string())
      throw Error(ErrorCode::Io, "'" + file.string() + "': '" + key + "' is not a text");
    const auto pattern = value.get<std::string>();
    if (pattern.find('{') == std::string::npos) {
      impl_->plain.emplace(key, pattern);
      continue;
    }
    UParseError where;
    status = U_ZERO_ERROR;
    auto format =
        std::make_unique<icu::MessageFormat>(utf16(pattern), impl_->locale, where, status);
    if (U_FAILURE(status))
      throw Error(ErrorCode::Io, "'" + file.string() + "': the pattern of '" + key +
                                     "' is wrong near character " + std::to_string(where.offset));
    impl_->patterns.emplace(key, std::move(format));
  }
}

Sentences::~Sentences() = default;
Sentences::Sentences(Sentences&&) noexcept = default;

const std::string& Sentences::language() const { return impl_->language; }

const std::map<std::string, std::string, std::less<>>& Sentences::plain() const {
  return impl_->plain;
}

std::string Sentences::text(std::string_view key, const Arguments& arguments) const {
  if (const auto found = impl_->plain.find(key); found != impl_->plain.end()) return found->second;
  const auto found = impl_->patterns.find(key);
  if (found == impl_->patterns.end())
    throw Error(ErrorCode::Internal,
                "no sentence '" + std::string(key) + "' in language '" + impl_->language + "'");
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : arguments) {
    names.push_back(utf16(name));
    values.push_back(formattable(value));
  }
  const std::lock_guard lock(impl_->formatting);
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  found->second->format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), out,
                        status);
  if (U_FAILURE(status))
    throw Error(ErrorCode::Internal, "cannot format sentence '" + std::string(key) + "'");
  return utf8(out);
}

std::string Sentences::number(std::int64_t value) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto formatted = impl_->numbers.formatInt(value, status);
  return utf8(formatted.toString(status));
}

std::string Sentences::bytes(std::int64_t value) const {
  static constexpr std::array<std::string_view, 5> kUnits{"bytes_b", "bytes_kb", "bytes_mb",
                                                          "bytes_gb", "bytes_tb"};
  auto amount = static_cast<double>(value);
  std::size_t unit = 0;
  for (; amount >= 1000 && unit + 1 < kUnits.size(); ++unit) amount /= 1000;
  UErrorCode status = U_ZERO_ERROR;
  const auto digits = icu::number::Precision::maxFraction(amount < 10 && unit > 0 ? 1 : 0);
  const auto formatted = impl_->numbers.precision(digits).formatDouble(amount, status);
  return text(kUnits[unit], {{"n", utf8(formatted.toString(status))}});
}

ShownDate Sentences::date(Days days) const {
  using namespace std::chrono;
  const year_month_day first = civil(days.first), last = civil(days.last);
  const std::string iso = format_day(days.first);
  if (first == last) return {day(days.first), iso};
  const bool from_first_day = first.day() == std::chrono::day(1),
             same_year = first.year() == last.year();
  if (same_year && from_first_day && first.month() == last.month())
    return {impl_->shown(*impl_->month, days.first), iso.substr(0, 7)};
  if (same_year) return {iso.substr(0, 4), iso.substr(0, 4)};
  return {day(days.first), iso};
}

std::string Sentences::years(Days days) const {
  const bool starts = days.first != kDawn, ends = days.last != kDusk;
  if (!starts && !ends) return {};
  if (!ends) return text("years_since", {{"year", std::to_string(year_of(days.first))}});
  if (!starts) return text("years_until", {{"year", std::to_string(year_of(days.last))}});
  const std::string from = std::to_string(year_of(days.first));
  const std::string to = std::to_string(year_of(days.last));
  return from == to ? from : text("years_range", {{"from", from}, {"to", to}});
}

// The first of a month is an ordinal in French: 1er janvier.
std::string Sentences::day(std::int32_t at) const {
  if (civil(at).day() != std::chrono::day(1)) return impl_->shown(*impl_->day, at);
  return text("first_of_month", {{"month", impl_->shown(*impl_->month, at)}});
}

std::string Sentences::period(Days days) const {
  const bool starts = days.first != kDawn, ends = days.last != kDusk;
  if (!starts && !ends) return {};
  const auto shown = [this](std::int32_t at) { return day(at); };
  if (!ends) return text("period_since", {{"date", shown(days.first)}});
  if (!starts) return text("period_until", {{"date", shown(days.last)}});
  return text("period_range", {{"from", shown(days.first)}, {"to", shown(days.last)}});
}

std::string Sentences::language_name(std::string_view code) const {
  icu::UnicodeString out;
  icu::Locale(std::string(code).c_str()).getDisplayLanguage(impl_->locale, out);
  return out.isEmpty() ? std::string(code) : utf8(out);
}

std::string Sentences::translated_from(std::string_view code) const {
  const std::string name = language_name(code);
  // French: "du néerlandais" but "de l’anglais".
  static constexpr std::array<std::string_view, 7> kVowels{"a", "e", "i", "o", "u", "é", "É"};
  bool elides = false;
  for (const std::string_view vowel : kVowels) elides = elides || name.starts_with(vowel);
  return text("translated_from", {{"language", name}, {"elides", elides ? "yes" : "no"}});
}

}  // namespace pinakes
