// What a reading of JSON-LD has to say: errors with their places, warnings one for each kind.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/text_map.h"
#include "indexer/rdf/formats.h"
#include "indexer/rdf/jsonld_expand.h"
#include "indexer/rdf/jsonld_rdf.h"
#include "indexer/rdf/place_index.h"

namespace pinakes::rdf::jsonld {

class Findings : public ExpandListener, public RdfListener {
 public:
  static constexpr std::size_t kMostErrors = 100;
  static constexpr std::size_t kMostKinds = 200;  // of warnings

  Findings(const Document& document, const Source& source, PlaceIndex& places, Diagnostics& found);

  void failed(const Failure& failure) override;
  void ignored(const Context& active, const json::Member& member) override;
  void dropped(const json::Value& value) override;
  void lost(std::string_view iri) override;
  void no_statement(NoStatement why, std::string_view property, std::string_view text,
                    std::uint32_t offset) override;

  /// Reports the warnings, in the order of the file, and how many errors were too many.
  void finish();
  bool complete() const { return errors_ == 0; }
  /// IRIs whose statements were lost with a part of the document.
  const std::vector<std::string>& lost_iris() const { return lost_; }

 private:
  struct Kind {
    std::string code;
    std::uint32_t offset = 0;
    std::size_t count = 0;
    std::vector<std::pair<std::string, std::string>> arguments;
  };
  Kind* kind(std::string key, std::string_view code, std::uint32_t offset);
  Place place(std::uint32_t offset);

  const Document& document_;
  const Source& source_;
  PlaceIndex& places_;
  Diagnostics& found_;
  TextMap<Kind> kinds_;
  std::size_t more_kinds_ = 0, errors_ = 0;
  std::vector<std::string> lost_;
};

}  // namespace pinakes::rdf::jsonld
