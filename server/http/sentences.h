// The sentences of errors in French: what is thrown in English is said in the reader's language.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "server/http/problem.h"

namespace pinakes {

/// One row for each sentence that a reader can meet. `{1}` and `{2}` stand for what the English
/// sentence has there; the French one may have them in another order.
std::span<const Bilingual> error_sentences();

/// The English sentence in that language; as it is where the language has no words of its own, or
/// where the table does not know the sentence.
std::string in_language(std::string_view english, std::string_view lang);

/// The problem with its detail, hint and faults in that language.
Problem in_language(Problem problem, std::string_view lang);

}  // namespace pinakes
