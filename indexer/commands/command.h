// The commands of pinakes-indexer: each declares its options and what it does.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "indexer/rdf/formats.h"

namespace CLI {
class App;
}

namespace pinakes::commands {

/// What the chosen command does; returns the exit status. Throws Error.
using Action = std::function<int()>;

/// Exit status of input that was wrong (design section 6); others come from error_kind().
inline constexpr int kInputWrong = 1;
inline constexpr int kUsageWrong = 2;
inline constexpr int kOperationFailed = 3;

// Each adds a subcommand to `app`; when it is chosen, `action` is set.
void add_ingest(CLI::App& app, Action& action);
void add_findings(CLI::App& app, Action& action);
void add_convert(CLI::App& app, Action& action);
void add_export(CLI::App& app, Action& action);
void add_rebuild(CLI::App& app, Action& action);
void add_status(CLI::App& app, Action& action);
void add_fields(CLI::App& app, Action& action);
void add_validate(CLI::App& app, Action& action);
void add_template(CLI::App& app, Action& action);

/// Standard output. Throws Error{Io} where it cannot be written.
class StandardOutput : public rdf::Output {
 public:
  void write(std::string_view bytes) override;
  /// Call it last.
  void finish();

 private:
  bool failed_ = false;
};

/// Names of formats that can be written (or read), separated by ", ".
std::string format_names(bool (*chosen)(const rdf::Format&));
/// `12,345`.
std::string grouped(std::size_t number);
/// `12.3 MB`.
std::string byte_size(std::uintmax_t bytes);

}  // namespace pinakes::commands
