// libxml2's SAX events of a page, as far as scripts and the base are concerned.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/html_scripts.h"

#include <libxml/HTMLparser.h>
#include <libxml/dict.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <utility>

#include "indexer/base/error.h"
#include "indexer/base/json.h"
#include "indexer/base/text.h"
#include "indexer/rdf/syntax.h"

namespace pinakes::rdf {
namespace {

constexpr std::string_view kMediaType = "application/ld+json";
// What takes libxml2 the square of time: faults (it looks through all open elements or attributes)
// and attributes of one tag (it compares each with all before). The limit of the names' characters
// bounds what one tag can cost.
constexpr int kMostFaults = 20'000;
constexpr std::size_t kMostComparisons = 100'000'000, kMostNameBytes = std::size_t{64} << 10;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

/// Whether a script of this type holds statements.
bool is_data(std::string_view type) {
  const std::string all = lower(type);
  const std::string_view essence = trim(std::string_view(all).substr(0, all.find(';')));
  if (essence != kMediaType) return false;
  return all.find("json-ld#context") == std::string::npos &&
         all.find("json-ld#frame") == std::string::npos;
}

/// What is seen while the page is read. Nothing may be thrown through libxml2.
struct Reading {
  std::string_view page;
  PlaceCounter places;
  Scripts* found = nullptr;
  htmlParserCtxtPtr parser = nullptr;
  std::size_t depth = 0, comparisons = 0;
  int faults = 0;
  bool in_script = false, base_seen = false;
  std::size_t script_offset = 0;  // just behind its start tag, if `page` is what libxml2 reads
  std::uint32_t script_line = 0;
  std::exception_ptr failure{};

  std::size_t offset() const {
    const xmlParserInputPtr input = parser->input;
    return static_cast<std::size_t>(input->cur - input->base) + input->consumed;
  }
  void stop(std::string_view why) {
    if (found->fault.empty()) {
      found->fault = why;
      found->fault_where = {static_cast<std::uint32_t>(parser->input->line), 1};
    }
    xmlStopParser(parser);
  }
  void start_script();
  void end_script();
};

void Reading::start_script() {
  in_script = true;
  found->scripts.emplace_back();
  // The event comes at the '>' of the tag.
  const std::size_t end = page.find('>', std::min(offset(), page.size()));
  script_offset = end == std::string_view::npos ? page.size() : end + 1;
  script_line = static_cast<std::uint32_t>(parser->input->line);
}

/// An exact place where the bytes of the page are what libxml2 gave, else the line.
void Reading::end_script() {
  in_script = false;
  Script& script = found->scripts.back();
  if (trim(script.text).empty()) {
    found->scripts.pop_back();
    return;
  }
  const std::string_view start = std::string_view(script.text).substr(0, 64);
  if (page.substr(std::min(script_offset, page.size())).starts_with(start))
    script.where = places.at(script_offset);
  else
    script.where = {script_line, 1};
}

template <typename Work>
void guarded(void* context, Work work) {
  auto& reading = *static_cast<Reading*>(context);
  try {
    work(reading);
  } catch (...) {
    reading.failure = std::current_exception();
    xmlStopParser(reading.parser);
  }
}

void start_element(void* context, const xmlChar* name, const xmlChar** attributes) {
  guarded(context, [&](Reading& reading) {
    if (++reading.depth > kDeepestPage) return reading.stop("html-too-deep");
    std::size_t count = 0;
    while (attributes != nullptr && attributes[2 * count] != nullptr) ++count;
    reading.comparisons += count * count;
    if (reading.comparisons > kMostComparisons) return reading.stop("html-too-broken");
    const bool script = view(name) == "script", base = view(name) == "base";
    if (!script && (!base || reading.base_seen)) return;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view key = view(attributes[2 * i]), value = view(attributes[2 * i + 1]);
      if (script && key == "type" && is_data(value)) reading.start_script();
      if (base && key == "href" && !reading.base_seen) {
        reading.base_seen = true;
        reading.found->base = trim(value);
      }
    }
  });
}

void end_element(void* context, const xmlChar* name) {
  guarded(context, [&](Reading& reading) {
    if (reading.depth > 0) --reading.depth;
    if (reading.in_script && view(name) == "script") reading.end_script();
  });
}

void characters(void* context, const xmlChar* text, int size) {
  guarded(context, [&](Reading& reading) {
    if (reading.in_script)
      reading.found->scripts.back().text.append(reinterpret_cast<const char*>(text),
                                                static_cast<std::size_t>(size));
  });
}

// libxml2 2.12 made it constant.
#if LIBXML_VERSION >= 21200
using XmlProblem = const xmlError*;
#else
using XmlProblem = xmlError*;
#endif

void count_fault(void* context, XmlProblem /*problem*/) {
  guarded(context, [](Reading& reading) {
    if (++reading.faults > kMostFaults) reading.stop("html-too-broken");
  });
}

/// Wrappers that hid scripts from old browsers or from XML are blanked, so that places stay right.
void blank_wrappers(std::string& text) {
  constexpr std::array<std::string_view, 6> kBefore = {
      "<!--", "<![CDATA[", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */"};
  constexpr std::array<std::string_view, 8> kBehind = {"-->",   "//-->",  "// -->",  "]]>",
                                                       "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */"};
  constexpr std::string_view kSpace = " \t\r\n";
  for (int layer = 0; layer < 2; ++layer) {
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string::npos) return;
    for (const std::string_view wrapper : kBefore)
      if (std::string_view(text).substr(first).starts_with(wrapper)) {
        std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(first), wrapper.size(), ' ');
        break;
      }
    const std::size_t last = text.find_last_not_of(kSpace);
    if (last == std::string::npos) return;
    std::string_view longest;
    for (const std::string_view wrapper : kBehind)
      if (wrapper.size() > longest.size() &&
          std::string_view(text).substr(0, last + 1).ends_with(wrapper))
        longest = wrapper;
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(last + 1 - longest.size()),
                longest.size(), ' ');
  }
}

}  // namespace

Scripts find_scripts(std::string_view page) {
  Scripts found;
  if (page.size() > kLargestPage) {
    found.fault = "html-too-large";
    found.fault_where = {1, 1};
    return found;
  }
  // libxml2 takes it for the end.
  const std::size_t nul = page.find('\0');
  if (nul != std::string_view::npos) {
    found.fault = "html-nul";
    found.fault_where = json::position_of(page, nul);
    page = page.substr(0, nul);
  }
  Reading reading{page, PlaceCounter(page), &found};
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())), htmlFreeParserCtxt);
  if (parser == nullptr) {
    if (page.empty()) return found;
    throw Error(ErrorCode::Internal, "the HTML parser cannot start");
  }
  reading.parser = parser.get();
  // A page that is UTF-8 is UTF-8, whatever it says of itself.
  const bool utf8 = find_invalid_utf8(page) == std::string_view::npos;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | (utf8 ? HTML_PARSE_IGNORE_ENC : 0));
  xmlSAXHandler events{};
  events.startElement = start_element;
  events.endElement = end_element;
  events.characters = characters;
  events.cdataBlock = characters;
  events.initialized = XML_SAX2_MAGIC;
  events.serror = count_fault;
  *parser->sax = events;
  xmlDictSetLimit(parser->dict, kMostNameBytes);
  parser->userData = &reading;
  if (utf8) xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  if (reading.failure) std::rethrow_exception(reading.failure);
  if (reading.in_script) reading.end_script();
  for (Script& script : found.scripts) blank_wrappers(script.text);
  std::erase_if(found.scripts, [](const Script& script) { return trim(script.text).empty(); });
  return found;
}

}  // namespace pinakes::rdf
