// The whole catalogue as one RDF document, streamed.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/export.h"

#include <memory>
#include <string>

#include "indexer/base/error.h"
#include "indexer/ingest/apart.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {

void pass(std::string_view ntriples, std::string prefix, rdf::Sink& to) {
  Apart apart(to, std::move(prefix));
  Diagnostics found;
  if (!rdf::format_named("ntriples")->read({ntriples, {}, "catalogue"}, apart, found))
    throw Error(ErrorCode::Internal, "a stored graph cannot be read back");
}

/// In memory, so that what several files repeat comes once.
rdf::Graph leftovers_of(const StoreReader& store) {
  rdf::Graph leftovers;
  std::size_t file = 0;
  store.for_each_leftover([&](std::string_view ntriples) {
    pass(ntriples, "f" + std::to_string(++file) + "-", leftovers);
  });
  leftovers.finish();
  return leftovers;
}

void by_statement(const StoreReader& store, rdf::Sink& to) {
  store.for_each_listed([&](const Record& record) {
    pass(store.ntriples(record.number), "r" + std::to_string(record.number) + "-", to);
  });
  const rdf::Graph leftovers = leftovers_of(store);
  for (const rdf::Triple& triple : leftovers.triples())
    to.statement(leftovers[triple.subject], leftovers[triple.predicate], leftovers[triple.object],
                 {});
}

}  // namespace

void export_catalogue(const StoreReader& store, const rdf::Format& format, rdf::Output& to,
                      Diagnostics& found) {
  if (format.stream != nullptr) return by_statement(store, *format.stream(to));
  const std::unique_ptr<rdf::GraphWriter> writer = format.writer(to, rdf::Parts::Several, found);
  store.for_each_listed([&](const Record& record) {
    const std::size_t before = found.size();
    writer->add(read_stored(store.ntriples(record.number)));
    for (std::size_t i = before; i < found.size(); ++i) found[i].place.file = record.id;
  });
  if (const rdf::Graph leftovers = leftovers_of(store); leftovers.size() > 0)
    writer->add(leftovers);
  writer->finish();
}

}  // namespace pinakes
