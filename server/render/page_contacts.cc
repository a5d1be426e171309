// Where to ask for access and whom to write to, from the contacts a dataset gives.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <set>

#include "server/render/page_dataset.h"
#include "server/render/paragraphs.h"

namespace pinakes {
namespace {

struct Asked {
  std::string_view field, heading;  // key of the sentence
};
constexpr std::array<Asked, 4> kAsked{{{"hdab", "contact_hdab"},
                                       {"contact_point", "contact_dataset"},
                                       {"holder", "contact_holder"},
                                       {"publisher", "contact_publisher"}}};

Slots addresses(const std::vector<std::string>& texts, std::string_view scheme) {
  Slots out = Slots::array();
  for (const std::string& text : texts) {
    const std::string href = safe_href(std::string(scheme) + text);
    out.push_back({{"text", text}, {"external", or_false(href)}});
  }
  return out;
}

// Digits and the signs of a tel: address, so that phones can dial it; empty if it is none.
std::string dialled(std::string_view text) {
  std::string out;
  for (const char c : text)
    if ((c >= '0' && c <= '9') || (c == '+' && out.empty())) out.push_back(c);
  return out.size() < 3 ? std::string() : out;
}

Slots telephones(const std::vector<std::string>& texts) {
  Slots out = Slots::array();
  for (const std::string& text : texts)
    out.push_back({{"text", text}, {"tel", or_false(dialled(text))}});
  return out;
}

bool reachable(const Contact& contact) {
  return !contact.emails.empty() || !contact.pages.empty() || !contact.telephones.empty();
}

std::string key_of(const Contact& contact) {
  std::string key;
  for (const auto& list : {contact.emails, contact.pages, contact.telephones})
    for (const std::string& address : list) key += address + "\n";
  return key;
}

Slots contact_slot(const Speech& speech, const Asked& asked, const Contact& contact) {
  Slots slots{{"heading", speech(asked.heading)}, {"name", false}};
  if (const Literal* name = best_literal(contact.names, speech.lang())) {
    slots["name"] = literal_slots(speech, *name);
    slots["name"]["text"] = plain_line(name->text);
  }
  slots["emails"] = addresses(contact.emails, "mailto:");
  slots["pages"] = addresses(contact.pages, "");
  slots["telephones"] = telephones(contact.telephones);
  return slots;
}

}  // namespace

Slots contact_slots(const Speech& speech, const Dataset& dataset,
                    const Vocabularies& vocabularies) {
  Slots out = Slots::array();
  std::set<std::string> seen;
  for (const Asked& asked : kAsked) {
    const Field& field = *find_field(asked.field);
    bool shown = false;
    for (const Contact& contact : contacts(dataset, field)) {
      if (!reachable(contact) || !seen.insert(key_of(contact)).second) continue;
      out.push_back(contact_slot(speech, asked, contact));
      shown = true;
    }
    // The body to ask is worth naming even where it gives no address.
    if (shown || asked.field != "hdab") continue;
    for (const Value& value : values(dataset, field, vocabularies)) {
      Contact named;
      named.names = value.labels;
      out.push_back(contact_slot(speech, asked, named));
    }
  }
  return out;
}

}  // namespace pinakes
