// RFC 9457 problem details: one table of problem types, in English and French.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.h"
#include "server/http/message.h"

namespace pinakes {

inline constexpr std::string_view kProblemMediaType = "application/problem+json";

/// A text of the server itself in the two languages it is complete in.
struct Bilingual {
  std::string_view en, fr;
  std::string_view in(std::string_view lang) const { return lang == "fr" ? fr : en; }
};

/// One row of the table behind `/problems/{name}`; names are those of error_kind(), and a few that
/// only HTTP knows.
struct ProblemType {
  std::string_view name;
  int status;
  Bilingual title, explanation;
};
std::span<const ProblemType> problem_types();
/// The row of that name; the last row (internal) for an unknown name.
const ProblemType& problem_type(std::string_view name);

struct Problem {
  struct Fault {
    std::string parameter, detail;
  };
  std::string name;  // of the type
  int status = 500;
  std::string detail, hint;
  std::vector<Fault> errors;
  Headers headers;  // Allow, Retry-After...
};

/// What an exception means for the client. Never gives away what() of a foreign exception.
Problem problem_of(const Error& error);
Problem internal_problem();

/// The body as application/problem+json. `instance` is the path that was asked for.
Response problem_json(const Problem& problem, std::string_view instance,
                      std::string_view request_id, std::string_view lang);

}  // namespace pinakes
