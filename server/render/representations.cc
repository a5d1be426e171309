// Forms of a record: our own, and those of the RDF format table.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/representations.h"

#include <algorithm>

namespace pinakes {

std::vector<Representation> representations() {
  std::vector<Representation> out{{"html", kHtmlMediaType}, {"json", kJsonMediaType}};
  for (const rdf::Format& format : rdf::formats())
    if (format.writer != nullptr && !format.extensions[0].empty())
      out.push_back({format.extensions[0], format.media_type, &format});
  return out;
}

Representation representation_of(std::string_view extension) {
  for (const Representation& form : representations())
    if (form.extension == extension) return form;
  return {};
}

}  // namespace pinakes
