// Reads the message templates and fills their slots.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/messages.h"

#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "indexer/base/error.h"

namespace pinakes {
namespace {

const std::string* argument(const Diagnostic& diagnostic, std::string_view name) {
  for (const auto& [key, value] : diagnostic.arguments)
    if (key == name) return &value;
  return nullptr;
}

/// One pass over the template, so that braces inside an argument stay what they are. A slot
/// without argument stays visible: a missing argument is our fault, not the reader's.
std::string fill(std::string_view text, const Diagnostic& diagnostic) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    result += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    const std::string* value =
        close == std::string_view::npos ? nullptr : argument(diagnostic, text.substr(1, close - 1));
    if (value != nullptr) {
      result += *value;
      text.remove_prefix(close + 1);
    } else {
      result += '{';
      text.remove_prefix(1);
    }
  }
  return result;
}

}  // namespace

std::filesystem::path find_home() {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path home;
  if (const char* set = std::getenv("PINAKES_HOME"); set != nullptr && *set != '\0') {
    home = set;
  } else {
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    home = program.parent_path().parent_path() / "share" / "pinakes";
  }
  if (!fs::is_directory(home / "schemas", error))
    throw Error(ErrorCode::Io, home.string() + ": no folder 'schemas' with the run-time files here",
                "set PINAKES_HOME to the folder that holds schemas/ and web/");
  return home;
}

struct Messages::Impl {
  std::map<std::string, std::string, std::less<>> templates;
};

Messages::Messages(const std::filesystem::path& home, std::string_view language)
    : impl_(std::make_unique<Impl>()) {
  const std::filesystem::path file =
      home / "schemas" / "messages" / (std::string(language) + ".json");
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw Error(ErrorCode::Io, file.string() + ": cannot open the messages of this language");
  try {
    const auto json = nlohmann::json::parse(in);
    for (const auto& [code, text] : json.items())
      impl_->templates.emplace(code, text.get<std::string>());
  } catch (const nlohmann::json::exception& problem) {
    throw Error(ErrorCode::Io, file.string() + ": " + problem.what());
  }
}
Messages::~Messages() = default;
Messages::Messages(Messages&&) noexcept = default;

bool Messages::has(std::string_view code) const { return impl_->templates.contains(code); }

std::string Messages::format(const Diagnostic& diagnostic) const {
  const auto& [file, position, pointer] = diagnostic.place;
  std::string result = file;
  if (position.line > 0) {
    if (!result.empty()) result += ':';
    result += std::to_string(position.line);
    if (position.column > 0) result += ':' + std::to_string(position.column);
  }
  if (!result.empty()) result += ": ";
  if (!pointer.empty()) result += pointer + ": ";
  return result + sentence(diagnostic);
}

std::string Messages::sentence(const Diagnostic& diagnostic) const {
  const auto found = impl_->templates.find(diagnostic.code);
  if (found != impl_->templates.end()) return fill(found->second, diagnostic);
  std::string result = diagnostic.code;
  for (const auto& [name, value] : diagnostic.arguments) result += " " + name + "='" + value + "'";
  return result;
}

}  // namespace pinakes
