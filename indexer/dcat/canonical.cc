// First the addresses of terms, then the dataset's own schema, then what every graph may need.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/canonical.h"

#include <array>
#include <string>
#include <utility>

#include "indexer/dcat/canonical_rows.h"
#include "indexer/dcat/canonical_table.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {

using canon::Schema;

bool is_of(const Dataset& dataset, const Schema& schema) {
  if (!schema.told_by.empty()) return dataset.graph.find_iri(schema.told_by).has_value();
  if (schema.root_class.empty()) return true;
  const std::string type = std::string(schema.space).append(schema.root_class);
  return dataset.graph.has(dataset.node, rdf_ns::kType, type);
}

void take(std::optional<Dataset>& now, std::optional<Dataset> next) {
  if (next) now = std::move(next);
}

}  // namespace

std::optional<Canonical> rewritten(const Dataset& as_sent, std::string_view file) {
  Diagnostics found;
  std::optional<Dataset> now = canon::rename_terms(as_sent, file, found);
  const auto dataset = [&]() -> const Dataset& { return now ? *now : as_sent; };
  for (const Schema* schema : {&canon::schema_org(), &canon::hdr_uk(), &canon::ckan(),
                               &canon::table_schema(), &canon::dcat_us(), &canon::dcat_ap()}) {
    if (!is_of(dataset(), *schema)) continue;
    take(now, canon::spread_pairs(dataset(), *schema));
    take(now, canon::apply_rows(dataset(), *schema, file, found));
  }
  if (!now) return std::nullopt;
  return Canonical{std::move(*now), std::move(found)};
}

Canonical canonical(Dataset as_sent, std::string_view file) {
  if (std::optional<Canonical> result = rewritten(as_sent, file)) return std::move(*result);
  return {std::move(as_sent), {}};
}

}  // namespace pinakes
