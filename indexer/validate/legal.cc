// Reads the table of legal references.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/legal.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "indexer/base/error.h"

namespace pinakes {
namespace {

LegalReference::Kind kind_of(const std::string& name) {
  if (name == "law") return LegalReference::Kind::Law;
  return name == "advice" ? LegalReference::Kind::Advice : LegalReference::Kind::Specification;
}

}  // namespace

LegalTable::LegalTable(const std::filesystem::path& home) {
  const std::filesystem::path file = home / "schemas" / "legal.json";
  try {
    std::ifstream in(file, std::ios::binary);
    const auto table = nlohmann::json::parse(in);
    const auto& acts = table.at("acts");
    for (const auto& [code, entry] : table.at("references").items()) {
      const auto& act = acts.at(entry.at("act").get<std::string>());
      references_.emplace(
          code, LegalReference{kind_of(entry.at("kind")), code, entry.value("from", ""),
                               entry.at("verified").get<bool>(), entry.at("en"), entry.at("fr"),
                               act.at("en"), act.at("fr")});
    }
  } catch (const nlohmann::json::exception& problem) {
    throw Error(ErrorCode::Io, file.string() + ": " + problem.what());
  }
}

const LegalReference* LegalTable::find(std::string_view code) const {
  const auto found = references_.find(code);
  return found == references_.end() ? nullptr : &found->second;
}

}  // namespace pinakes
