// The Turtle writer: what is nested, in which order, and how terms are shortened.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/turtle_writer.h"

#include <algorithm>
#include <array>
#include <deque>
#include <tuple>
#include <vector>

#include "indexer/rdf/characters.h"
#include "indexer/rdf/colouring.h"
#include "indexer/rdf/lexer.h"
#include "indexer/rdf/ntriples_writer.h"
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
  explicit Writer(const Graph& graph)
      : graph_(graph), blanks_(graph, Genids::AreIris), places_(blanks_.order()) {
    count_references();
    break_cycles();
  }

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
  enum class List : std::uint8_t { Unknown, Yes, No };
  struct Blank {
    std::uint32_t references = 0, label = 0;
    std::uint32_t parent = Anonymous::kNamed;  // the blank node that refers to this one
    bool nested = false;
    List list = List::Unknown;
  };

  // --- what is nested ---
  void count_references() {
    info_.resize(blanks_.size());
    for (const Triple& triple : graph_.triples()) {
      const std::uint32_t object = blanks_.index(triple.object);
      if (object == Anonymous::kNamed) continue;
      ++info_[object].references;
      info_[object].parent = blanks_.index(triple.subject);
    }
    for (Blank& blank : info_) blank.nested = blank.references == 1;
  }

  /// A ring of nodes that only refer to each other would be written nowhere: its first is labelled.
  void break_cycles() {
    std::vector<std::uint32_t> by_place(info_.size()), seen_in(info_.size(), Anonymous::kNamed);
    for (std::uint32_t i = 0; i < by_place.size(); ++i) by_place[places_[i]] = i;
    for (const std::uint32_t start : by_place) {
      std::uint32_t at = start;
      while (at != Anonymous::kNamed && info_[at].nested && seen_in[at] == Anonymous::kNamed) {
        seen_in[at] = start;
        at = info_[at].parent;
      }
      if (at == Anonymous::kNamed || !info_[at].nested || seen_in[at] != start) continue;
      std::uint32_t first = at;
      for (std::uint32_t next = info_[at].parent; next != at; next = info_[next].parent)
        if (places_[next] < places_[first]) first = next;
      info_[first].nested = false;
    }
  }

  bool is_nested(TermId id) const {
    const std::uint32_t index = blanks_.index(id);
    return index != Anonymous::kNamed && info_[index].nested;
  }

  std::optional<TermId> only_object(TermId subject, std::string_view predicate) const {
    const std::vector<TermId> found = graph_.objects(subject, predicate);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
  }

  /// Is this nested node the head of a well-formed list? Found out once per chain.
  bool is_list(TermId head) {
    std::vector<std::uint32_t> chain;
    List answer = List::No;
    for (TermId node = head;;) {
      const std::uint32_t index = blanks_.index(node);
      if (index == Anonymous::kNamed) {
        if (graph_[node].value == rdf_ns::kNil && graph_[node].kind == TermKind::Iri)
          answer = List::Yes;
        break;
      }
      if (info_[index].list != List::Unknown) {
        answer = info_[index].list;
        break;
      }
      const auto rest = only_object(node, rdf_ns::kRest);
      if (!info_[index].nested || !rest || !only_object(node, rdf_ns::kFirst) ||
          graph_.about(node).size() != 2)
        break;
      chain.push_back(index);
      node = *rest;
    }
    for (const std::uint32_t index : chain) info_[index].list = answer;
    return answer == List::Yes && (blanks_.index(head) != Anonymous::kNamed);
  }

  // --- order ---
  /// IRIs, then blank nodes, then literals; blank nodes by their place.
  bool term_less(TermId a, TermId b) const {
    const Term &x = graph_[a], &y = graph_[b];
    if (x.kind != y.kind) return x.kind < y.kind;
    if (x.kind == TermKind::Blank) return place(a) < place(b);
    return std::tie(x.value, x.language, x.datatype) < std::tie(y.value, y.language, y.datatype);
  }
  std::uint32_t place(TermId id) const {
    const std::uint32_t index = blanks_.index(id);
    return index == Anonymous::kNamed ? 0 : places_[index];
  }

  // --- statements ---
  void write_all() {
    std::vector<TermId> subjects;
    for (const Triple& triple : graph_.triples()) {
      if (!subjects.empty() && subjects.back() == triple.subject) continue;
      if (!is_nested(triple.subject)) subjects.push_back(triple.subject);
    }
    std::sort(subjects.begin(), subjects.end(),
              [this](TermId a, TermId b) { return term_less(a, b); });
    for (const TermId subject : subjects) write_subject(subject);
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
    const std::uint32_t index = blanks_.index(subject);
    if (index != Anonymous::kNamed && info_[index].references == 0)
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
    std::vector<Triple> all(graph_.about(subject).begin(), graph_.about(subject).end());
    const auto is_type = [&](TermId id) { return graph_[id].value == rdf_ns::kType; };
    std::sort(all.begin(), all.end(), [&](const Triple& a, const Triple& b) {
      if (a.predicate == b.predicate) return term_less(a.object, b.object);
      if (is_type(a.predicate) != is_type(b.predicate)) return is_type(a.predicate);
      return term_less(a.predicate, b.predicate);
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i > 0 && all[i].predicate == all[i - 1].predicate) {
        out_->put(",");
        indent(depth + 1);
      } else {
        if (i > 0) {
          out_->put(" ;");
          indent(depth);
        }
        if (is_type(all[i].predicate))
          out_->put('a');
        else
          write_short_iri(graph_[all[i].predicate].value);
        out_->put(' ');
      }
      write_object(all[i].object, depth);
    }
  }

  void write_object(TermId object, std::size_t depth) {
    if (!is_nested(object)) return write_name(object);
    if (depth > kDeepest) {  // too deep to read: a label here, its statements at the end
      later_.push_back(object);
      return write_name(object);
    }
    if (is_list(object)) return write_list(object, depth);
    if (graph_.about(object).empty()) return out_->put("[]");
    out_->put('[');
    indent(depth + 1);
    write_properties(object, depth + 1);
    indent(depth);
    out_->put(']');
  }

  void write_list(TermId head, std::size_t depth) {
    out_->put('(');
    for (TermId node = head; blanks_.index(node) != Anonymous::kNamed;) {
      out_->put(' ');
      write_object(graph_.objects(node, rdf_ns::kFirst).front(), depth + 1);
      node = graph_.objects(node, rdf_ns::kRest).front();
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
      // Numbered as they are met, so that nested nodes leave no gaps.
      std::uint32_t& label = info_[blanks_.index(id)].label;
      if (label == 0) label = ++labels_;
      out_->put("_:b");
      return out_->put(std::to_string(label));
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
  Anonymous blanks_;
  std::vector<std::uint32_t> places_;
  std::vector<Blank> info_;
  std::deque<TermId> later_;
  std::uint32_t labels_ = 0;
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
