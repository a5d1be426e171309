// The RDF/XML writer.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/rdfxml_writer.h"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "indexer/rdf/ntriples_writer.h"
#include "indexer/rdf/rdfxml_names.h"
#include "indexer/rdf/syntax.h"
#include "indexer/rdf/tree.h"

namespace pinakes::rdf {
namespace {

constexpr std::size_t kDeepest = 16;  // nodes in nodes; readers allow more
constexpr std::size_t kReported = 20;

enum class Where : std::uint8_t { Text, Attribute };

void put_escaped(BufferedOutput& to, std::string_view text, Where where) {
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string_view escape;
    switch (text[at]) {
      case '&':
        escape = "&amp;";
        break;
      case '<':
        escape = "&lt;";
        break;
      case '>':
        escape = "&gt;";
        break;
      case '\r':
        escape = "&#13;";
        break;
      case '"':
        if (where == Where::Text) continue;
        escape = "&quot;";
        break;
      default:
        continue;
    }
    to.put(text.substr(start, at - start));
    to.put(escape);
    start = at + 1;
  }
  to.put(text.substr(start));
}

/// What could not be said: the first ones by name, the others by their number.
class Losses {
 public:
  explicit Losses(Diagnostics& found) : found_(found) {}
  void add(std::string_view code, Position where,
           std::vector<std::pair<std::string, std::string>> arguments) {
    if (++count_ <= kReported)
      found_.push_back({std::string(code), Severity::Error, std::move(arguments), {{}, where, {}}});
  }
  void finish() {
    if (count_ > kReported)
      found_.push_back({"rdfxml-cannot-say-more",
                        Severity::Error,
                        {{"count", std::to_string(count_ - kReported)}},
                        {}});
    count_ = 0;
  }

 private:
  Diagnostics& found_;
  std::size_t count_ = 0;
};

/// One graph.
class GraphText {
 public:
  GraphText(const Graph& graph, XmlNames& names, std::uint32_t labels)
      : graph_(graph), tree_(graph, labels), names_(names), put_off_(graph.term_count()) {}

  /// `losses` null: a rehearsal.
  void write(BufferedOutput& out, Losses* losses) {
    out_ = &out;
    losses_ = losses;
    for (const TermId subject : tree_.subjects()) write_node(subject, 1);
    while (!later_.empty()) {
      const TermId subject = later_.front();
      later_.pop_front();
      write_node(subject, 1);
    }
  }
  std::uint32_t labels() const { return tree_.labels(); }

 private:
  using QName = XmlNames::QName;

  void lose(std::string_view code, const Triple& triple, std::string_view found) {
    if (losses_ == nullptr) return;
    losses_->add(code, graph_.position(triple),
                 {{"found", excerpt(found, 0)}, {"property", shown(triple.predicate)}});
  }
  std::string shown(TermId id) const { return std::string(graph_[id].value); }

  void indent(std::size_t depth) {
    for (std::size_t i = 0; i < depth; ++i) out_->put("  ");
  }
  void put(const QName& name) {
    out_->put(name.prefix);
    out_->put(':');
    out_->put(name.local);
  }
  void open(const QName& name) {
    out_->put('<');
    put(name);
    if (name.space.empty()) return;
    out_->put(" xmlns:");
    out_->put(name.prefix);
    attribute({}, name.space);
  }
  void close(const QName& name) {
    out_->put("</");
    put(name);
    out_->put(">\n");
  }
  void attribute(std::string_view name, std::string_view value) {
    if (!name.empty()) {
      out_->put(' ');
      out_->put(name);
    }
    out_->put("=\"");
    put_escaped(*out_, value, Where::Attribute);
    out_->put('"');
  }

  std::optional<QName> property_name(const Triple& triple) {
    const auto name = names_.name(graph_[triple.predicate].value);
    const bool syntax = name && name->prefix == "rdf" &&
                        (is_rdfxml_syntax(name->local) || name->local == "Description");
    if (name && !syntax) return name;
    lose("rdfxml-cannot-say-predicate", triple, graph_[triple.predicate].value);
    return {};
  }
  std::optional<QName> class_name(TermId type) {
    if (graph_[type].kind != TermKind::Iri) return {};
    auto name = names_.name(graph_[type].value);
    if (name && name->prefix == "rdf" &&
        (is_rdfxml_syntax(name->local) || name->local == "Description"))
      name.reset();
    return name;
  }

  /// An element for the node, with all that is said about it.
  void write_node(TermId node, std::size_t depth) {
    const Term& term = graph_[node];
    std::vector<Triple> statements = tree_.properties(node);
    if (term.kind == TermKind::Iri && !is_xml_iri(term.value)) {
      for (const Triple& one : statements) lose("rdfxml-cannot-say-iri", one, term.value);
      return;
    }
    QName element{"rdf", "Description", {}};
    for (auto one = statements.begin(); one != statements.end(); ++one) {
      if (graph_[one->predicate].value != rdf_ns::kType) break;
      const auto name = class_name(one->object);
      if (!name) continue;
      element = *name;
      statements.erase(one);
      break;
    }
    indent(depth);
    open(element);
    write_identity(node);
    if (statements.empty()) return out_->put("/>\n");
    out_->put(">\n");
    for (const Triple& one : statements) write_property(one, depth + 1);
    indent(depth);
    close(element);
  }

  void write_identity(TermId node) {
    const Term& term = graph_[node];
    if (term.kind == TermKind::Iri)
      attribute("rdf:about", term.value);
    else if (!is_nested_here(node) && !tree_.is_unreferenced_blank(node))
      write_label(node);
  }
  void write_label(TermId blank) {
    attribute("rdf:nodeID", "b" + std::to_string(tree_.label(blank)));
  }
  /// Nested, and not one of those that stand at the end for their depth.
  bool is_nested_here(TermId node) const { return tree_.is_nested(node) && !was_put_off(node); }
  bool was_put_off(TermId node) const { return put_off_[static_cast<std::size_t>(node)]; }

  void write_property(const Triple& triple, std::size_t depth) {
    const Term& object = graph_[triple.object];
    if (object.kind == TermKind::Literal && !is_xml_text(object.value))
      return lose("rdfxml-cannot-say-text", triple, object.value);
    if (object.kind == TermKind::Iri && !is_xml_iri(object.value))
      return lose("rdfxml-cannot-say-iri", triple, object.value);
    if (object.kind == TermKind::Literal && !object.datatype.empty() &&
        !is_xml_iri(object.datatype))
      return lose("rdfxml-cannot-say-iri", triple, object.datatype);
    const auto name = property_name(triple);
    if (!name) return;
    indent(depth);
    open(*name);
    if (object.kind == TermKind::Literal) {
      write_literal(object);
      return close(*name);
    }
    if (object.kind == TermKind::Iri) {
      attribute("rdf:resource", object.value);
      return out_->put("/>\n");
    }
    write_blank(triple, *name, depth);
  }

  void write_literal(const Term& text) {
    if (!text.language.empty())
      attribute("xml:lang", text.language);
    else if (!text.datatype.empty())
      attribute("rdf:datatype", text.datatype);
    out_->put('>');
    put_escaped(*out_, text.value, Where::Text);
  }

  void write_blank(const Triple& triple, const QName& property, std::size_t depth) {
    const TermId node = triple.object;
    const bool too_deep = depth / 2 > kDeepest;
    // The rest of a list that could not be a collection is not looked at again.
    const bool rest =
        was_put_off(triple.subject) && graph_[triple.predicate].value == rdf_ns::kRest;
    std::vector<TermId> items;
    if (tree_.is_nested(node) && !too_deep && !rest && tree_.is_list(node))
      items = tree_.members(node);
    const bool collection =
        std::all_of(items.begin(), items.end(), [this](TermId id) { return is_node(graph_[id]); });
    if (!tree_.is_nested(node) || too_deep || rest || !collection) {
      if (tree_.is_nested(node)) put_off(node);
      write_label(node);
      return out_->put("/>\n");
    }
    if (!items.empty()) attribute("rdf:parseType", "Collection");
    out_->put(">\n");
    if (items.empty()) write_node(node, depth + 1);
    for (const TermId item : items) write_item(item, depth + 1);
    indent(depth);
    close(property);
  }
  static bool is_node(const Term& term) {
    return term.kind == TermKind::Blank || (term.kind == TermKind::Iri && is_xml_iri(term.value));
  }

  void write_item(TermId item, std::size_t depth) {
    if (graph_[item].kind == TermKind::Blank && tree_.is_nested(item) && !tree_.is_list(item) &&
        depth / 2 <= kDeepest)
      return write_node(item, depth);
    if (tree_.is_nested(item)) put_off(item);
    indent(depth);
    out_->put("<rdf:Description");
    if (graph_[item].kind == TermKind::Iri)
      attribute("rdf:about", graph_[item].value);
    else
      write_label(item);
    out_->put("/>\n");
  }

  /// A label here, its statements at the end.
  void put_off(TermId node) {
    put_off_[static_cast<std::size_t>(node)] = true;
    later_.push_back(node);
  }

  const Graph& graph_;
  Tree tree_;
  XmlNames& names_;
  BufferedOutput* out_ = nullptr;
  Losses* losses_ = nullptr;
  std::deque<TermId> later_;
  std::vector<bool> put_off_;
};

class Document : public GraphWriter {
 public:
  Document(Output& to, Parts parts, Diagnostics& found)
      : out_(to),
        parts_(parts),
        names_(parts == Parts::One ? XmlNames::Declared::AtTop : XmlNames::Declared::OnElement),
        losses_(found) {}

  /// Writes twice where it has to learn first which namespaces are used: a catalogue need not fit
  /// into memory a second time as text.
  void add(const Graph& graph, const Term* /*name*/) override {
    if (parts_ == Parts::One) {
      struct Nowhere : Output {
        void write(std::string_view /*bytes*/) override {}
      } nowhere;
      BufferedOutput rehearsal(nowhere);
      GraphText(graph, names_, labels_).write(rehearsal, nullptr);
    }
    begin();
    GraphText text(graph, names_, labels_);
    text.write(out_, &losses_);
    labels_ = text.labels();
    out_.flush();
  }

  void finish() override {
    begin();
    out_.put("</rdf:RDF>\n");
    out_.flush();
    losses_.finish();
  }

 private:
  void begin() {
    if (std::exchange(begun_, true)) return;
    out_.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF");
    for (const Prefix& prefix : names_.used()) {
      out_.put("\n    xmlns:");
      out_.put(prefix.name);
      out_.put("=\"");
      put_escaped(out_, prefix.iri, Where::Attribute);
      out_.put('"');
    }
    out_.put(">\n");
  }

  BufferedOutput out_;
  Parts parts_;
  XmlNames names_;
  Losses losses_;
  std::uint32_t labels_ = 0;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<GraphWriter> rdfxml_writer(Output& to, Parts parts, Diagnostics& found) {
  return std::make_unique<Document>(to, parts, found);
}

}  // namespace pinakes::rdf
