// Mustache templates of web/pages: the one file that knows the template library.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/templates.h"

#include <fstream>
#include <iterator>
#include <kainjow/mustache.hpp>
#include <map>

#include "indexer/base/error.h"

namespace pinakes {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using Sources = std::map<std::string, std::string, std::less<>>;

constexpr int kMaxPartialDepth = 8;

data to_data(const Slots& slots) {
  if (slots.is_object()) {
    data out{data::type::object};
    for (const auto& [name, value] : slots.items()) out.set(name, to_data(value));
    return out;
  }
  if (slots.is_array()) {
    data out{data::type::list};
    for (const Slots& value : slots) out.push_back(to_data(value));
    return out;
  }
  if (slots.is_string()) return data{slots.get<std::string>()};
  if (slots.is_boolean()) return data{slots.get<bool>()};
  return slots.is_null() ? data{false} : data{slots.dump()};
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(ErrorCode::Io, "cannot open '" + path.string() + "'");
  return {std::istreambuf_iterator<char>(in), {}};
}

// Indentation and empty lines are for the people who edit templates.
std::string without_indentation(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (!line.empty()) out.append(line).push_back('\n');
    at = end + 1;
  }
  return out;
}

// The text of a template with its comments left out and its partials in place: the library would
// read and parse a partial again at each use.
std::string expanded(const Sources& sources, std::string_view name, int depth) {
  const auto source = sources.find(name);
  if (source == sources.end())
    throw Error(ErrorCode::Io, "no template '" + std::string(name) + ".html' in web/pages");
  if (depth > kMaxPartialDepth)
    throw Error(ErrorCode::Io, "template '" + std::string(name) + ".html' includes itself");
  const std::string_view text = source->second;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t tag = text.find("{{", at);
    if (tag == std::string_view::npos || tag + 2 >= text.size()) {
      out.append(text.substr(at));
      break;
    }
    const char sort = text[tag + 2];
    const std::size_t end = text.find("}}", tag);
    if ((sort != '!' && sort != '>') || end == std::string_view::npos) {
      out.append(text.substr(at, tag + 2 - at));
      at = tag + 2;
      continue;
    }
    out.append(text.substr(at, tag - at));
    at = end + 2;
    if (sort == '!') continue;
    std::string_view partial = text.substr(tag + 3, end - tag - 3);
    partial.remove_prefix(std::min(partial.find_first_not_of(' '), partial.size()));
    partial = partial.substr(0, partial.find(' '));
    std::string part = expanded(sources, partial, depth + 1);
    if (part.ends_with('\n')) part.pop_back();
    out.append(part);
  }
  return without_indentation(out);
}

}  // namespace

struct Templates::Impl {
  // Rendering writes into a template only when it fails or meets a lambda or a partial: there are
  // none, so that several threads may render the same template.
  std::map<std::string, mustache, std::less<>> pages;
  std::map<std::string, data, std::less<>> shared;
};

Templates::Templates(const std::filesystem::path& folder) : impl_(std::make_unique<Impl>()) {
  std::error_code failed;
  Sources sources;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
    if (entry.path().extension() == ".html")
      sources.emplace(entry.path().stem().string(), read_file(entry.path()));
  if (failed || sources.empty())
    throw Error(ErrorCode::Io, "no page templates in '" + folder.string() + "'",
                "start the server with --web and the folder that holds pages/");
  for (const auto& [name, text] : sources) {
    mustache page{expanded(sources, name, 0)};
    if (!page.is_valid())
      throw Error(ErrorCode::Io, "template '" + (folder / (name + ".html")).string() +
                                     "' does not parse: " + page.error_message());
    impl_->pages.emplace(name, std::move(page));
  }
}

Templates::~Templates() = default;

void Templates::share(const std::string& name, const Slots& slots) {
  impl_->shared.insert_or_assign(name, to_data(slots));
}

std::string Templates::render(std::string_view page, std::string_view shared,
                              const Slots& slots) const {
  const auto found = impl_->pages.find(page);
  if (found == impl_->pages.end())
    throw Error(ErrorCode::Internal, "no template '" + std::string(page) + "'");
  kainjow::mustache::context<std::string> names;
  if (const auto kept = impl_->shared.find(shared); kept != impl_->shared.end())
    names.push(&kept->second);
  const data filled = to_data(slots);
  names.push(&filled);
  std::string out = found->second.render(names);
  if (!found->second.is_valid())
    throw Error(ErrorCode::Internal,
                "template '" + std::string(page) + "': " + found->second.error_message());
  return out;
}

}  // namespace pinakes
