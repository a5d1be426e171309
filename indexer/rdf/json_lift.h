// JSON of a known metadata schema -> statements: every key is a property, nothing is dropped.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "indexer/base/json.h"
#include "indexer/rdf/formats.h"

namespace pinakes::rdf {

/// How the datasets of a document are found and named.
struct Lift {
  std::string_view space;                // properties are this and the key
  std::array<std::string_view, 2> path;  // keys from the top to the dataset or the list of them
  std::string_view address;              // key whose value, an absolute IRI, names the dataset
};

/// Objects become blank nodes (a dataset its own address where it has one), items of an array
/// repeated values in order; texts, numbers and truth values literals (RDF 1.1 Concepts section
/// 3.3), null nothing. Arrays of numbers or of arrays (co-ordinates) become one rdf:JSON literal,
/// because repeated values have neither order nor repetition. Each dataset gets the class
/// `space` + lifted::kDataset. Positions are those of the values.
void lift_json(const json::Value& root, const Source& source, const Lift& how, Sink& into);

/// The property of a key: characters that an IRI cannot have are percent-encoded.
std::string key_iri(std::string_view space, std::string_view key);

}  // namespace pinakes::rdf
