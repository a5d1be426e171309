// What stops an operation: thrown, and caught in two places only (per file, per request).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace pinakes {

enum class ErrorCode : std::uint8_t {
  BadRequest,  // a parameter is wrong; the message names it
  BadUsage,    // the command line is wrong
  NotFound,    // no such dataset, route, file
  Gone,        // withdrawn
  MethodNotAllowed,
  NotAcceptable,
  PayloadTooLarge,
  UnsupportedMediaType,
  IndexMissing,     // no index yet: say which command makes one
  IndexOutdated,    // written by another field table, analyser or Xapian
  StoreNewer,       // written by a newer program
  Locked,           // another process writes
  Busy,             // no free search slot in time
  InputUnreadable,  // a file of the user's cannot be opened or read
  Io,               // disk full, permission, ...
  Internal,
};

/// What one code means on each side; the only table of that kind.
struct ErrorKind {
  ErrorCode code;
  std::string_view name;  // last part of the problem type, and the message key
  int exit_status;        // of the command line
  int http_status;
};
const ErrorKind& error_kind(ErrorCode code);

class Error : public std::runtime_error {
 public:
  /// `hint` tells the reader what to do; `parameter` names the URL parameter at fault, if one is.
  Error(ErrorCode code, const std::string& message, std::string hint = {},
        std::string parameter = {});
  ErrorCode code() const { return code_; }
  const std::string& hint() const { return hint_; }
  const std::string& parameter() const { return parameter_; }

 private:
  ErrorCode code_;
  std::string hint_, parameter_;
};

}  // namespace pinakes
