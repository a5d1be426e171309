// The table of error codes: name, exit status, HTTP status.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/error.h"

#include <array>

namespace pinakes {
namespace {
constexpr auto kErrorKinds = std::to_array<ErrorKind>({
    {ErrorCode::BadRequest, "bad-request", 2, 400},
    {ErrorCode::BadUsage, "bad-usage", 2, 400},
    {ErrorCode::NotFound, "not-found", 1, 404},
    {ErrorCode::Gone, "gone", 1, 410},
    {ErrorCode::MethodNotAllowed, "method-not-allowed", 2, 405},
    {ErrorCode::NotAcceptable, "not-acceptable", 2, 406},
    {ErrorCode::PayloadTooLarge, "payload-too-large", 1, 413},
    {ErrorCode::UnsupportedMediaType, "unsupported-media-type", 1, 415},
    {ErrorCode::IndexMissing, "index-missing", 3, 503},
    {ErrorCode::IndexOutdated, "index-outdated", 3, 503},
    {ErrorCode::StoreNewer, "store-newer", 3, 503},
    {ErrorCode::Locked, "locked", 3, 503},
    {ErrorCode::Busy, "busy", 3, 503},
    {ErrorCode::InputUnreadable, "input-unreadable", 1, 400},
    {ErrorCode::Io, "io", 3, 500},
    {ErrorCode::Internal, "internal", 3, 500},
});
}  // namespace

const ErrorKind& error_kind(ErrorCode code) {
  for (const ErrorKind& kind : kErrorKinds)
    if (kind.code == code) return kind;
  return kErrorKinds.back();
}

Error::Error(ErrorCode code, const std::string& message, std::string hint, std::string parameter)
    : std::runtime_error(message),
      code_(code),
      hint_(std::move(hint)),
      parameter_(std::move(parameter)) {}

}  // namespace pinakes
