// The Turtle and TriG writers: how statements are grouped and terms are shortened.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/turtle_writer.h"

#include <algorithm>
#include <bitset>
#include <deque>
#include <vector>

#include "indexer/rdf/characters.h"
#include "indexer/rdf/lexer.h"
#include "indexer/rdf/ntriples_writer.h"
#include "indexer/rdf/tree.h"
#include "indexer/rdf/turtle_reader.h"
#include "schemas/namespaces.h"

namespace pinakes::rdf {
namespace {

constexpr std::size_t kDeepest = 16;  // levels of brackets; readers allow more

/// A local name that needs no escape.
bool is_plain_local(std::string_view local) {
  if (local.empty()) return true;
  const auto plain = [](char c) { return has_class(c, kNameChar) || c == '.'; };
  return local.front() != '-' && local.front() != '.' && local.back() != '.' &&
         std::all_of(local.begin(), local.end(), plain);
}

/// The longest prefix of the table that shortens the IRI, or none.
const Prefix* prefix_of(std::string_view iri) {
  const Prefix* best = nullptr;
  for (const Prefix& prefix : kPrefixes)
    if (iri.starts_with(prefix.iri) && (best == nullptr || prefix.iri.size() > best->iri.size()) &&
        is_plain_local(iri.substr(prefix.iri.size())))
      best = &prefix;
  return best;
}

enum class Labels : std::uint8_t { Numbered, Kept };
using Prefixes = std::bitset<kPrefixes.size()>;

/// Writes the statements of one graph.
class Writer {
 public:
  Writer(const Graph& graph, BufferedOutput& out, Labels labels, std::uint32_t given)
      : graph_(graph),
        out_(&out),
        labels_(labels),
        tree_(graph, given, labels == Labels::Kept ? Nesting::None : Nesting::Full),
        prefixes_(graph.term_count(), kUnknown) {}

  /// The prefixes that shorten some term, found without writing: a term is looked at once.
  Prefixes prefixes() {
    for (const Triple& triple : graph_.triples()) {
      note(triple.subject);
      note(triple.object);
      if (graph_[triple.predicate].value != rdf_ns::kType && !tree_.is_list(triple.subject))
        note(triple.predicate);
    }
    return declared_;
  }

  /// What is declared may be used; what is not is written in full.
  void write_all(const Prefixes& declared, std::size_t margin) {
    declared_ = declared;
    margin_ = margin;
    for (const TermId subject : tree_.subjects()) write_subject(subject);
    while (!later_.empty()) {
      const TermId subject = later_.front();
      later_.pop_front();
      write_subject(subject);
    }
  }

  std::uint32_t labels() const { return tree_.labels(); }

 private:
  static constexpr std::uint8_t kUnknown = 0xFF, kNone = 0xFE;
  static_assert(kPrefixes.size() < kNone);

  // --- prefixes ---
  void note(TermId id) {
    std::uint8_t& known = prefixes_[static_cast<std::size_t>(id)];
    if (known != kUnknown) return;
    const Term& term = graph_[id];
    known = kNone;
    if (term.kind == TermKind::Iri && term.value != rdf_ns::kNil) {
      known = prefix_number(term.value);
      if (known != kNone) declared_.set(known);
    } else if (!term.datatype.empty() && !is_short(term)) {
      const std::uint8_t number = prefix_number(term.datatype);
      if (number != kNone) declared_.set(number);
    }
  }

  static std::uint8_t prefix_number(std::string_view iri) {
    const Prefix* prefix = prefix_of(iri);
    return prefix == nullptr ? kNone : static_cast<std::uint8_t>(prefix - kPrefixes.data());
  }

  // --- statements ---
  void write_subject(TermId subject) {
    indent(0);
    if (tree_.is_unreferenced_blank(subject) && labels_ == Labels::Numbered)
      out_->put("[]");
    else
      write_name(subject);
    out_->put(' ');
    write_properties(subject, 1);
    out_->put(" .\n");
  }

  void indent(std::size_t depth) {
    out_->put('\n');
    for (std::size_t i = 0; i < margin_ + depth; ++i) out_->put("    ");
  }

  void write_properties(TermId subject, std::size_t depth) {
    const std::vector<Triple> all = tree_.properties(subject);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i > 0 && all[i].predicate == all[i - 1].predicate) {
        out_->put(",");
        indent(depth + 1);
      } else {
        if (i > 0) {
          out_->put(" ;");
          indent(depth);
        }
        write_predicate(all[i].predicate);
        out_->put(' ');
      }
      write_object(all[i].object, depth);
    }
  }

  void write_predicate(TermId predicate) {
    if (graph_[predicate].value == rdf_ns::kType) return out_->put('a');
    write_iri_term(predicate);
  }

  void write_object(TermId object, std::size_t depth) {
    if (!tree_.is_nested(object)) return write_name(object);
    if (graph_.about(object).empty()) return out_->put("[]");
    if (depth > kDeepest) {  // too deep to read: a label here, its statements at the end
      later_.push_back(object);
      return write_name(object);
    }
    if (tree_.is_list(object)) return write_list(object, depth);
    out_->put('[');
    indent(depth + 1);
    write_properties(object, depth + 1);
    indent(depth);
    out_->put(']');
  }

  void write_list(TermId head, std::size_t depth) {
    out_->put('(');
    for (const TermId item : tree_.members(head)) {
      out_->put(' ');
      write_object(item, depth + 1);
    }
    out_->put(" )");
  }

  // --- terms ---
  /// A number or truth value that Turtle reads back as it is.
  static bool is_short(const Term& term) {
    if (term.datatype == xsd::kBoolean) return term.value == "true" || term.value == "false";
    Lexer lexer(term.value, Dialect::Turtle);
    std::string_view all;
    const Lexer::Number kind = lexer.number(all);
    if (all.size() != term.value.size()) return false;
    return (kind == Lexer::Number::Integer && term.datatype == xsd::kInteger) ||
           (kind == Lexer::Number::Decimal && term.datatype == xsd::kDecimal) ||
           (kind == Lexer::Number::Double && term.datatype == xsd::kDouble);
  }

  void write_name(TermId id) {
    const Term& term = graph_[id];
    if (term.kind == TermKind::Literal) return write_literal(term);
    if (term.kind == TermKind::Blank) {
      out_->put(labels_ == Labels::Kept ? "_:" : "_:b");
      return out_->put(labels_ == Labels::Kept ? std::string(term.value)
                                               : std::to_string(tree_.label(id)));
    }
    // The empty list that a nested node ends with is written by write_list.
    if (term.value == rdf_ns::kNil) return out_->put("()");
    write_iri_term(id);
  }

  void write_iri_term(TermId id) {
    std::uint8_t& known = prefixes_[static_cast<std::size_t>(id)];
    if (known == kUnknown) known = prefix_number(graph_[id].value);
    write_shortened(graph_[id].value, known);
  }

  void write_shortened(std::string_view iri, std::uint8_t number) {
    if (number == kNone || !declared_[number]) return write_iri(*out_, iri);
    const Prefix& prefix = kPrefixes[number];
    out_->put(prefix.name);
    out_->put(':');
    out_->put(iri.substr(prefix.iri.size()));
  }

  void write_literal(const Term& term) {
    if (!term.datatype.empty() && is_short(term)) return out_->put(term.value);
    if (term.value.find('\n') != std::string_view::npos) {
      write_long(term.value);
    } else {
      out_->put('"');
      write_escaped(*out_, term.value);
      out_->put('"');
    }
    if (!term.language.empty()) {
      out_->put('@');
      out_->put(term.language);
    } else if (!term.datatype.empty()) {
      out_->put("^^");
      write_shortened(term.datatype, prefix_number(term.datatype));
    }
  }

  /// Lines stay lines; a quotation mark is escaped where it could be taken for the end.
  void write_long(std::string_view text) {
    out_->put("\"\"\"");
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      const bool ends = c == '"' && (at + 1 == text.size() || text[at + 1] == '"');
      if (ends || c == '\\') out_->put('\\');
      if (c == '\r')
        out_->put("\\r");
      else
        out_->put(c);
    }
    out_->put("\"\"\"");
  }

  const Graph& graph_;
  BufferedOutput* out_;
  Labels labels_;
  Tree tree_;
  std::vector<std::uint8_t> prefixes_;  // by term
  Prefixes declared_;
  std::deque<TermId> later_;
  std::size_t margin_ = 0;
};

/// The prefixes at the top: of the one graph what it uses, of several all that the table has.
class TurtleGraphs : public GraphWriter {
 public:
  TurtleGraphs(Grammar grammar, Output& to, Parts parts)
      : grammar_(grammar), parts_(parts), out_(to) {}

  void add(const Graph& graph, const Term* name) override {
    const Labels labels = parts_ == Parts::Named ? Labels::Kept : Labels::Numbered;
    Writer writer(graph, out_, labels, labels_);
    if (first_) {
      declared_ = parts_ == Parts::One ? writer.prefixes() : Prefixes().set();
      write_prefixes();
    }
    first_ = false;
    const bool named = name != nullptr && grammar_ == Grammar::Trig;
    if (named) open(*name);
    writer.write_all(declared_, named ? 1 : 0);
    if (named) out_.put("}\n");
    labels_ = writer.labels();
  }

  void finish() override { out_.flush(); }

 private:
  void write_prefixes() {
    for (std::size_t i = 0; i < kPrefixes.size(); ++i) {
      if (!declared_[i]) continue;
      out_.put("@prefix ");
      out_.put(kPrefixes[i].name);
      out_.put(": <");
      out_.put(kPrefixes[i].iri);
      out_.put("> .\n");
    }
  }

  void open(const Term& name) {
    out_.put('\n');
    // A blank node that names a graph is in no other place unless labels are kept.
    if (name.kind == TermKind::Blank && parts_ != Parts::Named)
      out_.put("[]");
    else
      write_term(out_, name);
    out_.put(" {");
  }

  Grammar grammar_;
  Parts parts_;
  BufferedOutput out_;
  Prefixes declared_;
  std::uint32_t labels_ = 0;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<GraphWriter> turtle_writer(Output& to, Parts parts, Diagnostics& /*found*/) {
  return std::make_unique<TurtleGraphs>(Grammar::Turtle, to, parts);
}

std::unique_ptr<GraphWriter> trig_writer(Output& to, Parts parts, Diagnostics& /*found*/) {
  return std::make_unique<TurtleGraphs>(Grammar::Trig, to, parts);
}

}  // namespace pinakes::rdf
