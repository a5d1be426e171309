// The whole catalogue as one RDF document, streamed.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/export.h"

#include <memory>
#include <string>

#include "indexer/base/error.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {

/// Passes statements on with a prefix before each blank-node label.
class Apart : public rdf::Sink {
 public:
  Apart(rdf::Sink& to, std::string prefix) : to_(to), prefix_(std::move(prefix)) {}

  void statement(const rdf::Term& subject, const rdf::Term& predicate, const rdf::Term& object,
                 Position where) override {
    to_.statement(renamed(subject, subject_), predicate, renamed(object, object_), where);
  }
  void lost(const rdf::Term& /*subject*/) override {}

 private:
  rdf::Term renamed(rdf::Term term, std::string& label) const {
    if (term.kind != rdf::TermKind::Blank) return term;
    label.assign(prefix_).append(term.value);
    term.value = label;
    return term;
  }

  rdf::Sink& to_;
  std::string prefix_, subject_, object_;
};

void pass(std::string_view ntriples, std::string prefix, rdf::Sink& to) {
  Apart apart(to, std::move(prefix));
  Diagnostics found;
  if (!rdf::format_named("ntriples")->read({ntriples, {}, "catalogue"}, apart, found))
    throw Error(ErrorCode::Internal, "a stored graph cannot be read back");
}

}  // namespace

void export_catalogue(const StoreReader& store, const rdf::Format& format, rdf::Output& to) {
  rdf::Graph whole;
  std::unique_ptr<rdf::Sink> stream;
  if (format.stream != nullptr) stream = format.stream(to);
  rdf::Sink& sink = stream ? *stream : whole;
  for (const Prefix& prefix : kPrefixes) sink.prefix(prefix.name, prefix.iri);
  store.for_each_listed([&](const Record& record) {
    pass(store.ntriples(record.number), "r" + std::to_string(record.number) + "-", sink);
  });
  rdf::Graph leftovers;  // in memory, so that what several files repeat comes once
  std::size_t file = 0;
  store.for_each_leftover([&](std::string_view ntriples) {
    pass(ntriples, "f" + std::to_string(++file) + "-", leftovers);
  });
  leftovers.finish();
  for (const rdf::Triple& triple : leftovers.triples())
    sink.statement(leftovers[triple.subject], leftovers[triple.predicate], leftovers[triple.object],
                   {});
  if (stream) return;
  whole.finish();
  Diagnostics found;
  rdf::write(format, whole, to, found);
}

}  // namespace pinakes
