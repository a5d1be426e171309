// From the documents of an input to one document in another format.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "indexer/base/diagnostic.h"
#include "indexer/ingest/source.h"
#include "indexer/rdf/contexts.h"
#include "indexer/rdf/formats.h"

namespace pinakes {

struct ConversionOptions {
  const rdf::Format* from = nullptr;  // null: recognised by name and content
  std::string base;                   // empty: each document's own IRI
  const rdf::Contexts* contexts = nullptr;
  UnpackLimits limits = {};
};

/// True if no statement was lost; what was read is written either way. Memory is that of one
/// document's graph, or constant where `to` streams and the document is read by line. Blank nodes
/// of an archive's documents are kept apart. Throws Error{InputUnreadable}.
bool convert_documents(OpenInput& input, const rdf::Format& to, const ConversionOptions& options,
                       rdf::Output& output, Diagnostics& found);

}  // namespace pinakes
