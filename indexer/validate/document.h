// One document from its bytes to its findings: read, taken apart, brought to Release 8, checked.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/rdf/formats.h"
#include "indexer/validate/validator.h"

namespace pinakes {

/// How documents are to be checked.
struct CheckOptions {
  std::optional<Profile> profile;  // nothing: chosen for each dataset by what it says of itself
  Source source = Source::Unknown;
  std::string_view language = "en";  // in which names are wanted
};

struct CheckedDataset {
  std::string iri, title;
  Profile profile = Profile::None;
  /// Incomplete: statements were lost to a syntax error, so nothing can be said of what is missing
  /// and it was not checked.
  enum class State : std::uint8_t { Checked, Incomplete } state = State::Checked;
};

/// Code of the finding that says so: it follows from an error, and is none of its own.
inline constexpr std::string_view kIncompleteCode = "validate-incomplete";

struct DocumentReport {
  std::string file;
  std::string_view format;  // a name of the format table; empty: it could not be read
  std::vector<CheckedDataset> datasets;
  Findings findings;  // in the order of the file, what its reader found first
};

/// Reads and checks a document. `format` null: not recognised (`found` says why). What the reader
/// says is added to `found` and is in the report.
DocumentReport check_document(const Validator& validator, const rdf::Format* format,
                              const rdf::Source& source, Diagnostics found,
                              const CheckOptions& options);

}  // namespace pinakes
