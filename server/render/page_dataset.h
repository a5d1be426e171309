// The page of one dataset as slots of web/pages/dataset.html.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "indexer/dcat/values.h"
#include "indexer/store/store.h"
#include "server/render/page_values.h"

namespace pinakes {

/// Facts, contacts, text, sections of the field table, variables, distributions, downloads.
Slots dataset_slots(const Speech& speech, const Record& record, const Dataset& dataset,
                    const Vocabularies& vocabularies);

/// [{heading, name, lang, emails, pages, telephones, explanation}]: where to ask, then whom to
/// write to; agents without any address are left out. The list is empty where nobody gives one.
Slots contact_slots(const Speech& speech, const Dataset& dataset, const Vocabularies& vocabularies);

/// [{id, heading, rows: [{label, definition, values}]}]: every field that the dataset has, in the
/// sections of the table in page_sections.cc; fields it does not name come last.
Slots section_slots(const Speech& speech, const Dataset& dataset, const Vocabularies& vocabularies);

}  // namespace pinakes
