// The Turtle writer: what is nested, in which order, and how terms are shortened.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/turtle_writer.h"

#include <algorithm>
#include <array>
#include <deque>
#include <vector>

#include "indexer/rdf/characters.h"
#include "indexer/rdf/lexer.h"
#include "indexer/rdf/ntriples_writer.h"
#include "indexer/rdf/tree.h"
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

class Writer {
 public:
  explicit Writer(const Graph& graph) : graph_(graph), tree_(graph) {}

  /// Writes twice, the first time only to learn which prefixes are used: a catalogue need not fit
  /// into memory a second time as text.
  void run(Output& to) {
    struct Nowhere : Output {
      void write(std::string_view /*bytes*/) override {}
    } nowhere;
    BufferedOutput rehearsal(nowhere), real(to);
    out_ = &rehearsal;
    write_all();
    out_ = &real;
    write_prefixes();
    write_all();
    real.flush();
  }

 private:
  // --- statements ---
  void write_all() {
    for (const TermId subject : tree_.subjects()) write_subject(subject);
    while (!later_.empty()) {
      const TermId subject = later_.front();
      later_.pop_front();
      write_subject(subject);
    }
  }

  void write_prefixes() {
    for (std::size_t i = 0; i < kPrefixes.size(); ++i) {
      if (!used_[i]) continue;
      out_->put("@prefix ");
      out_->put(kPrefixes[i].name);
      out_->put(": <");
      out_->put(kPrefixes[i].iri);
      out_->put("> .\n");
    }
  }

  void write_subject(TermId subject) {
    out_->put('\n');
    if (tree_.is_unreferenced_blank(subject))
      out_->put("[]");
    else
      write_name(subject);
    out_->put(' ');
    write_properties(subject, 1);
    out_->put(" .\n");
  }

  void indent(std::size_t depth) {
    out_->put('\n');
    for (std::size_t i = 0; i < depth; ++i) out_->put("    ");
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
        write_predicate(graph_[all[i].predicate].value);
        out_->put(' ');
      }
      write_object(all[i].object, depth);
    }
  }

  void write_predicate(std::string_view predicate) {
    if (predicate == rdf_ns::kType) return out_->put('a');
    write_short_iri(predicate);
  }

  void write_object(TermId object, std::size_t depth) {
    if (!tree_.is_nested(object)) return write_name(object);
    if (depth > kDeepest) {  // too deep to read: a label here, its statements at the end
      later_.push_back(object);
      return write_name(object);
    }
    if (tree_.is_list(object)) return write_list(object, depth);
    if (graph_.about(object).empty()) return out_->put("[]");
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
    if (term.kind == TermKind::Blank) {
      out_->put("_:b");
      return out_->put(std::to_string(tree_.label(id)));
    }
    if (term.kind == TermKind::Literal) return write_literal(term);
    // The empty list that a nested node ends with is written by write_list.
    if (term.value == rdf_ns::kNil) return out_->put("()");
    write_short_iri(term.value);
  }

  void write_short_iri(std::string_view iri) {
    const Prefix* prefix = prefix_of(iri);
    if (prefix == nullptr) return write_iri(*out_, iri);
    used_[static_cast<std::size_t>(prefix - kPrefixes.data())] = true;
    out_->put(prefix->name);
    out_->put(':');
    out_->put(iri.substr(prefix->iri.size()));
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
      write_short_iri(term.datatype);
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
  BufferedOutput* out_ = nullptr;
  Tree tree_;
  std::deque<TermId> later_;
  std::array<bool, kPrefixes.size()> used_{};
};

class TurtleGraphs : public GraphWriter {
 public:
  explicit TurtleGraphs(Output& to) : to_(to) {}
  void add(const Graph& graph, const Term* /*name*/) override { Writer(graph).run(to_); }
  void finish() override {}

 private:
  Output& to_;
};

}  // namespace

std::unique_ptr<GraphWriter> turtle_writer(Output& to, Parts /*parts*/, Diagnostics& /*found*/) {
  return std::make_unique<TurtleGraphs>(to);
}

}  // namespace pinakes::rdf
