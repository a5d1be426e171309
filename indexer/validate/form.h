// The form for a holder who starts with nothing, with the variables of a spreadsheet in it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/validate/profile.h"

namespace pinakes {

/// One variable of a data dictionary; what is not known is empty.
struct Variable {
  std::string name, label, description, type;
};

/// Reads a table of variables: name, label, description, type, in this order or named so by the
/// first row (in English or French). Separated by commas, semicolons or tabs, fields quoted as in
/// RFC 4180; UTF-8, with or without byte-order mark. Throws Error{InputUnreadable} that names
/// `file`, the line and what to do.
std::vector<Variable> read_variables(std::string_view text, std::string_view file);

/// The form of `<home>/schemas/templates/dataset.LANGUAGE.ttl` for one access level, in Turtle.
/// With variables, each has its block. Throws Error{Io}.
std::string form(const std::filesystem::path& home, Profile level, std::string_view language,
                 const std::vector<Variable>& variables);

}  // namespace pinakes
