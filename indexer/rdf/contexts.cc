// Reads the list of pinned contexts and the files it names.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/contexts.h"

#include <fstream>
#include <iterator>

#include "indexer/base/error.h"
#include "indexer/base/json.h"

namespace pinakes::rdf {
namespace {

std::string read_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw Error(ErrorCode::Io,
                file.string() + ": cannot open the list or text of a JSON-LD context",
                "install the folder schemas/contexts that came with this program");
  return {std::istreambuf_iterator<char>(in), {}};
}

[[noreturn]] void bad_index(const std::filesystem::path& file, const std::string& problem) {
  throw Error(ErrorCode::Io, file.string() + ": " + problem,
              R"(it is written {"file.jsonld": ["https://address", ...], ...})");
}

}  // namespace

Contexts::Contexts(const std::filesystem::path& home) {
  const std::filesystem::path folder = home / "schemas" / "contexts";
  const std::filesystem::path index = folder / "index.json";
  const std::string text = read_text(index);
  json::Value list;
  Diagnostics found;
  if (!json::parse(text, index.string(), list, found))
    bad_index(index, "no JSON (" + found.back().code + ", line " +
                         std::to_string(found.back().place.position.line) + ")");
  if (!list.is(json::Kind::Object)) bad_index(index, "expected an object");
  for (const auto& [name, addresses, offset] : list.members) {
    if (!addresses.is(json::Kind::Array))
      bad_index(index, "'" + name + "' has no list of addresses");
    const std::string context = read_text(folder / name);
    for (const json::Value& address : addresses.items) {
      if (!address.is(json::Kind::String))
        bad_index(index, "an address of '" + name + "' is no text");
      add(address.text, context);
    }
  }
}

void Contexts::add(std::string address, std::string text) {
  texts_.insert_or_assign(std::move(address), std::move(text));
}

const std::string* Contexts::find(std::string_view address) const {
  const auto found = texts_.find(address);
  return found == texts_.end() ? nullptr : &found->second;
}

std::vector<std::string_view> Contexts::addresses() const {
  std::vector<std::string_view> result;
  result.reserve(texts_.size());
  for (const auto& [address, text] : texts_) result.emplace_back(address);
  return result;
}

}  // namespace pinakes::rdf
