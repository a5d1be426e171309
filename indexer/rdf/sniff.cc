// Which format a document is in: by its extension, its media type, or its first bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/sniff.h"

#include "indexer/base/text.h"
#include "indexer/rdf/sniff_content.h"
#include "indexer/rdf/syntax.h"

namespace pinakes::rdf {
namespace {

using Sure = Look::Sure;

constexpr std::size_t kLooked = std::size_t{64} << 10U;

const Format* readable(const Format* format) {
  return format != nullptr && format->read != nullptr ? format : nullptr;
}
const Format* readable_named(std::string_view name) {
  return name.empty() ? nullptr : readable(format_named(name));
}

bool among(std::string_view name, std::initializer_list<std::string_view> names) {
  for (const std::string_view one : names)
    if (one == name) return true;
  return false;
}

/// Whether a document of the second format can be read as the first.
bool reads_as(std::string_view said, std::string_view looks) {
  if (said == looks) return true;
  if (looks == "ntriples") return among(said, {"turtle", "trig", "nquads"});
  if (looks == "turtle") return said == "trig";
  return among(said, {"json", "jsonld"}) && among(looks, {"json", "jsonld"});
}

/// Text of ours that is not of the Turtle family is told by its first bytes; within the family a
/// damaged file may look like its neighbour, so there only what is sure counts.
const Format* format_of(const Look& look) {
  if (const Format* format = readable_named(look.format)) return format;
  return look.format == "json" ? readable_named("jsonld") : nullptr;
}

class Recognition {
 public:
  Recognition(std::string_view name, std::string_view media_type, std::string_view file,
              Diagnostics& found)
      : file_(file), found_(found) {
    by_type_ = readable(format_of_media_type(media_type));
    by_name_ = readable(format_of_extension(std::filesystem::path(name)));
    const std::size_t dot = name.rfind('.');
    const bool has_extension =
        dot != std::string_view::npos && dot > 0 && name.find('/', dot) == std::string_view::npos;
    extension_ = has_extension ? std::string(name.substr(dot)) : std::string();
    said_ = by_type_ != nullptr ? std::string(media_type) : extension_;
  }

  Recognised of(std::string_view start) {
    const Format* const said = by_type_ != nullptr ? by_type_ : by_name_;
    const auto by = by_type_ != nullptr ? Recognised::By::MediaType : Recognised::By::Extension;
    const Look look = look_at(start);
    if (trim(start).empty()) {
      if (said == nullptr) add("not-rdf-empty", Severity::Error, {});
      return {said, by};
    }
    const Format* const seen = format_of(look);
    if (said != nullptr && stays(*said, look, seen)) return {said, by};
    if (seen != nullptr) {
      add(said_.empty() ? "format-by-content-only" : "format-by-content", Severity::Info,
          {{"format", std::string(seen->name)}, {"said", said_}});
      return {seen, Recognised::By::Content};
    }
    refuse(look);
    return {};
  }

 private:
  static bool stays(const Format& said, const Look& look, const Format* seen) {
    if (look.sure != Sure::Yes) return true;
    if (seen != nullptr) return reads_as(said.name, seen->name);
    // XML without rdf:RDF may be RDF/XML, a page may hold its data further down.
    return (look.shown == "XML" && said.name == "rdfxml") ||
           (look.shown == "HTML" && said.name == "html");
  }
  void refuse(const Look& look) {
    if (!look.code.empty())
      add(look.code, Severity::Error, {{"format", std::string(look.shown)}, {"said", said_}});
    else
      add("unknown-format", Severity::Error, {{"said", said_}, {"known", known_formats()}});
  }
  void add(std::string_view code, Severity severity,
           std::vector<std::pair<std::string, std::string>> arguments) {
    found_.push_back({std::string(code),
                      severity,
                      std::move(arguments),
                      {std::string(file_),
                       {severity == Severity::Info ? 0U : 1U, severity == Severity::Info ? 0U : 1U},
                       {}}});
  }

  std::string_view file_;
  Diagnostics& found_;
  const Format *by_type_ = nullptr, *by_name_ = nullptr;
  std::string extension_, said_;
};

}  // namespace

Recognised recognise(std::string_view name, std::string_view media_type, std::string_view start,
                     std::string_view file, Diagnostics& found) {
  return Recognition(name, media_type, file, found).of(start.substr(0, kLooked));
}

std::string known_formats() {
  std::string known;
  for (const Format& format : formats()) {
    if (format.read == nullptr) continue;
    known.append(known.empty() ? "" : ", ").append(format.name).append(" (");
    for (const std::string_view extension : format.extensions)
      if (!extension.empty()) known.append(known.ends_with('(') ? "." : " .").append(extension);
    known += ')';
  }
  return known;
}

bool sniff_not_rdf(std::string_view text, SyntaxError& error) {
  const Look look = look_at(text.substr(0, kLooked));
  if (look.sure == Sure::No || look.format == "turtle" || look.format == "ntriples") return false;
  if (readable_named(look.format) != nullptr || !look.format.empty()) {
    error.code = "not-this-format";
    error.arguments = {{"format", std::string(look.format)}};
    return true;
  }
  error.code = look.code;
  error.arguments = {{"format", std::string(look.shown)}, {"said", {}}};
  return true;
}

}  // namespace pinakes::rdf
