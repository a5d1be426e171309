// The callbacks of libxml2's SAX2 interface.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/rdfxml_parser.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <functional>
#include <new>
#include <string>
#include <vector>

#include "indexer/rdf/rdfxml_errors.h"

namespace pinakes::rdf {
namespace {

// libxml2 2.12 made it constant.
#if LIBXML_VERSION >= 21200
using XmlProblem = const xmlError*;
#else
using XmlProblem = xmlError*;
#endif

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{}
                         : std::string_view(reinterpret_cast<const char*>(text));
}

struct FreeContext {
  /// The parser makes itself a document for entities, which it leaves to us.
  void operator()(xmlParserCtxt* context) const {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
  }
};

}  // namespace

struct XmlParser::Impl {
  Impl(XmlInput& from, XmlHandler& to) : input(from), handler(to) {}

  XmlInput& input;
  XmlHandler& handler;
  std::unique_ptr<xmlParserCtxt, FreeContext> context;
  bool stopped = false;
  struct OpenTag {
    std::size_t at;
    int namespaces;
  };
  std::vector<OpenTag> open;
  int namespaces = 0;  // declared by the open elements
  std::vector<XmlAttribute> attributes;
  std::vector<std::string> unescaped;  // values that hold an '&'

  static Impl& self(void* user) { return *static_cast<Impl*>(user); }

  /// Where in the file the parser stands.
  std::size_t offset() {
    const long fed = xmlByteConsumed(context.get());
    return input.source_of(fed < 0 ? 0 : static_cast<std::size_t>(fed));
  }

  // An exception must not pass through C: the first one is kept and thrown behind the parser.
  std::exception_ptr thrown;
  template <typename Call>
  void guarded(Call call) {
    if (stopped) return;
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      stopped = true;
    }
  }

  static int read(void* user, char* to, int size) {
    Impl& parser = self(user);
    if (parser.stopped || size <= 0) return 0;
    return static_cast<int>(parser.input.read(to, static_cast<std::size_t>(size)));
  }
  static int close(void* /*user*/) { return 0; }

  static void start(void* user, const xmlChar* local, const xmlChar* prefix, const xmlChar* space,
                    int declared, const xmlChar** /*namespaces*/, int count, int /*defaulted*/,
                    const xmlChar** values) {
    Impl& parser = self(user);
    parser.guarded([&] {
      parser.namespaces += declared;
      parser.started({view(prefix), view(local), view(space)}, declared, count, values);
    });
  }

  /// The parser stands at the '>' or '/>' of the tag; no '<' can be inside it.
  void started(const XmlName& name, int declared, int count, const xmlChar** values) {
    const std::string_view text = input.text();
    const std::size_t here = offset();
    const void* found = here == 0 ? nullptr : memrchr(text.data(), '<', here);
    const std::size_t tag =
        found == nullptr ? here
                         : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    const std::size_t inside =
        std::min(text.size(), here + (text.substr(here).starts_with('/') ? 2 : 1));
    open.push_back({tag, declared});
    // The parser looks for each prefix among all of them.
    if (namespaces > kMostNamespaces) {
      stopped = true;
      return handler.broken(
          {"xml-too-many-namespaces", tag, {{"limit", std::to_string(kMostNamespaces)}}});
    }
    attributes.clear();
    unescaped.clear();
    unescaped.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i, values += 5) add_attribute(values, tag, here);
    handler.start_element(name, attributes, tag, inside);
  }

  void add_attribute(const xmlChar** values, std::size_t tag, std::size_t here) {
    const auto* begin = reinterpret_cast<const char*>(values[3]);
    const auto* end = reinterpret_cast<const char*>(values[4]);
    XmlAttribute attribute{{view(values[1]), view(values[0]), view(values[2])},
                           {begin, static_cast<std::size_t>(end - begin)},
                           tag};
    // A value without escapes lies in the parser's window on the text.
    const auto* current = reinterpret_cast<const char*>(context->input->cur);
    const auto* base = reinterpret_cast<const char*>(context->input->base);
    if (!input.has_entities() && std::less_equal<>{}(base, begin) &&
        std::less_equal<>{}(end, current)) {
      const auto back = static_cast<std::size_t>(current - begin);
      if (back <= here && here - back > tag) attribute.offset = here - back;
    }
    if (std::memchr(begin, '&', attribute.value.size()) != nullptr) unescape(attribute.value);
    attributes.push_back(attribute);
  }

  /// Where entities are left alone, an '&' comes as '&#38;' and nothing else comes so.
  void unescape(std::string_view& value) {
    constexpr std::string_view kAmpersand = "&#38;";
    std::string& result = unescaped.emplace_back();
    for (std::size_t at = 0;;) {
      const std::size_t next = value.find(kAmpersand, at);
      result.append(value.substr(at, next - at));
      if (next == std::string_view::npos) break;
      result += '&';
      at = next + kAmpersand.size();
    }
    value = result;
  }

  static void end(void* user, const xmlChar* local, const xmlChar* prefix, const xmlChar* space) {
    Impl& parser = self(user);
    parser.guarded([&] {
      parser.namespaces -= parser.open.back().namespaces;
      parser.open.pop_back();
      parser.handler.end_element({view(prefix), view(local), view(space)}, parser.offset());
    });
  }

  static void characters(void* user, const xmlChar* text, int size) {
    Impl& parser = self(user);
    parser.guarded([&] {
      parser.handler.characters(
          {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    });
  }

  static void comment(void* user, const xmlChar* text) {
    Impl& parser = self(user);
    parser.guarded([&] { parser.handler.comment(view(text)); });
  }

  static void instruction(void* user, const xmlChar* target, const xmlChar* data) {
    Impl& parser = self(user);
    parser.guarded([&] { parser.handler.instruction(view(target), view(data)); });
  }

  /// Namespaces that are not declared come with their element; only what ends the parsing counts.
  static void problem(void* user, XmlProblem error) {
    Impl& parser = self(user);
    if (error == nullptr || error->level < XML_ERR_FATAL) return;
    parser.guarded([&] { parser.fail(error->code, error->str1, error->str2, error->int1); });
  }

  void fail(int code, const char* word, const char* other_word, int number) {
    stopped = true;
    if (input.failure()) return handler.broken(*input.failure());
    XmlFault fault{code, offset(), input.text(), {}, number, {}};
    if (word != nullptr) fault.word = word;
    if (fault.word.empty() && other_word != nullptr) fault.word = other_word;
    if (!open.empty()) fault.open_tag = open.back().at;
    handler.broken(explain(fault));
  }
};

XmlParser::XmlParser(XmlInput& input, XmlHandler& handler)
    : impl_(std::make_unique<Impl>(input, handler)) {}
XmlParser::~XmlParser() = default;

void XmlParser::stop() { impl_->stopped = true; }

void XmlParser::run() {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = Impl::start;
  sax.endElementNs = Impl::end;
  sax.characters = sax.ignorableWhitespace = sax.cdataBlock = Impl::characters;
  sax.comment = Impl::comment;
  sax.processingInstruction = Impl::instruction;
  sax.serror = Impl::problem;
  impl_->context.reset(xmlCreateIOParserCtxt(&sax, impl_.get(), Impl::read, Impl::close,
                                             impl_.get(), XML_CHAR_ENCODING_UTF8));
  if (impl_->context == nullptr) throw std::bad_alloc();
  // The text is UTF-8 by now, whatever it declares. No document type gets here, so that no entity
  // can be declared and nothing external be named; the rest is belt and braces.
  xmlCtxtUseOptions(impl_->context.get(), XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  xmlParseDocument(impl_->context.get());
  if (impl_->thrown) std::rethrow_exception(impl_->thrown);
  if (impl_->stopped) return;
  impl_->stopped = true;
  if (impl_->input.failure())
    impl_->handler.broken(*impl_->input.failure());
  else if (impl_->context->wellFormed == 0)
    impl_->fail(XML_ERR_INTERNAL_ERROR, nullptr, nullptr, 0);
}

}  // namespace pinakes::rdf
