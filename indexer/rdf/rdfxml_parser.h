// XML as events with places in the file: libxml2 behind a wall.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "indexer/rdf/rdfxml_input.h"
#include "indexer/rdf/syntax.h"

namespace pinakes::rdf {

/// `space` is the namespace's IRI; empty beside a prefix: the prefix is not declared.
struct XmlName {
  std::string_view prefix, local, space;
  bool undeclared() const { return space.empty() && !prefix.empty(); }
};

struct XmlAttribute {
  XmlName name;
  std::string_view value;
  std::size_t offset = 0;  // of the value in the file; of its element where that is not known
};

/// Views are valid during the call. Offsets are in XmlInput::text().
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// `tag` is at its '<', `inside` behind its '>'.
  virtual void start_element(const XmlName& name, std::span<const XmlAttribute> attributes,
                             std::size_t tag, std::size_t inside) = 0;
  /// `end` is behind the end tag.
  virtual void end_element(const XmlName& name, std::size_t end) = 0;
  virtual void characters(std::string_view text) = 0;
  virtual void comment(std::string_view text) = 0;
  virtual void instruction(std::string_view target, std::string_view data) = 0;
  /// The text is not well-formed; nothing follows.
  virtual void broken(SyntaxError error) = 0;
};

/// One parsing. Opens nothing, prints nothing, keeps nothing.
class XmlParser {
 public:
  static constexpr int kMostNamespaces = 1000;  // declared by the elements around a place

  XmlParser(XmlInput& input, XmlHandler& handler);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;
  void run();
  /// No more calls of the handler; run() returns soon.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// `dct:title` as the file has it.
inline std::string qualified(const XmlName& name) {
  std::string result(name.prefix);
  if (!result.empty()) result += ':';
  return result.append(name.local);
}

}  // namespace pinakes::rdf
