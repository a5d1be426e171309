// Puts the steps together: parse, contexts, expansion, statements, findings.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/jsonld_reader.h"

#include <algorithm>

#include "indexer/rdf/jsonld_findings.h"

namespace pinakes::rdf {
namespace jsonld {
namespace {

/// Definitions that contexts may make and copy: in measure of the file, so that the time is too.
std::size_t budget(const Source& source) { return 500'000 + source.text.size() / 32; }

bool has_context(const json::Value& document) {
  if (document.find("@context") != nullptr) return true;
  return std::any_of(document.items.begin(), document.items.end(),
                     [](const json::Value& item) { return item.find("@context") != nullptr; });
}

/// One reading of one document.
class Reading {
 public:
  Reading(const json::Value& root, const Source& source, Diagnostics& found,
          const ReadOptions& options)
      : document_{std::string(source.file), std::string(source.base), source.text, &root},
        source_(source),
        options_(options),
        found_(found),
        places_(source.text, source.first_line),
        findings_(document_, source, places_, found),
        contexts_(source.contexts, budget(source)),
        expander_(contexts_, document_, findings_) {}

  /// False: nothing can be read.
  bool expand() {
    try {
      const Context* active = contexts_.initial(source_.base);
      if (!options_.implied_context.empty()) {
        implied_.kind = json::Kind::String;
        implied_.text = options_.implied_context;
        active = contexts_.process(active, {&implied_, &document_});
      }
      items_ = expander_.document(active);
      return true;
    } catch (const Failure& failure) {
      findings_.failed(failure);
      return false;
    }
  }
  const std::vector<Item>& items() const { return items_; }

  void statements(Sink& into) {
    try {
      StatementMaker(into, places_, contexts_.words(), options_.direction, findings_, source_.text)
          .document(items_);
    } catch (const Failure& failure) {
      findings_.failed(failure);
    }
    for (const std::string& lost : findings_.lost_iris())
      if (is_well_formed_iri(lost)) into.lost(iri(lost));
  }

  bool finish() {
    if (items_.empty() && findings_.complete() && options_.implied_context.empty() &&
        !has_context(*document_.root))
      found_.push_back({"jsonld-no-context",
                        Severity::Warning,
                        {},
                        {document_.name, places_.at(document_.root->offset), {}}});
    findings_.finish();
    return findings_.complete();
  }

 private:
  Document document_;
  const Source& source_;
  ReadOptions options_;
  Diagnostics& found_;
  PlaceIndex places_;
  Findings findings_;
  ContextProcessor contexts_;
  Expander expander_;
  json::Value implied_;
  std::vector<Item> items_;
};

}  // namespace

bool read(const json::Value& document, const Source& source, Sink& into, Diagnostics& found,
          const ReadOptions& options) {
  Reading reading(document, source, found, options);
  if (reading.expand()) reading.statements(into);
  return reading.finish();
}

bool expand(const json::Value& document, const Source& source, Diagnostics& found,
            const ReadOptions& options, const std::function<void(const std::vector<Item>&)>& use) {
  Reading reading(document, source, found, options);
  if (reading.expand()) use(reading.items());
  return reading.finish();
}

}  // namespace jsonld

bool read_jsonld(const Source& source, Sink& into, Diagnostics& found) {
  json::Value document;
  const std::size_t before = found.size();
  const bool good = json::parse(source.text, source.file, document, found);
  for (std::size_t i = before; i < found.size(); ++i)
    if (found[i].place.position.line > 0) found[i].place.position.line += source.first_line - 1;
  if (!good) return false;
  return jsonld::read(document, source, into, found, {});
}

bool read_jsonld(const json::Value& document, const Source& source, Sink& into, Diagnostics& found,
                 std::string_view implied_context) {
  return jsonld::read(document, source, into, found, {implied_context});
}

}  // namespace pinakes::rdf
