// The documents of an input file: the file itself, or what a compressed file or an archive holds.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/source.h"

#include <filesystem>

#include "indexer/base/error.h"
#include "indexer/ingest/unpack.h"

namespace pinakes {
namespace {

constexpr std::size_t kLongestText = std::size_t{4} << 30U;  // a graph of it would not fit anyway
constexpr std::size_t kPiece = std::size_t{4} << 20U;

/// What follows the start of a large file that is not packed.
class Rest : public ByteStream {
 public:
  Rest(OpenInput& input, std::size_t start) : input_(input) {
    input_.rewind();
    std::string skipped(start, '\0');
    for (std::size_t got = 0; got < start;) {
      const std::size_t more = input_.read(skipped.data() + got, start - got);
      if (more == 0) return;
      got += more;
    }
  }
  std::size_t read(char* into, std::size_t size) override { return input_.read(into, size); }

 private:
  OpenInput& input_;
};

}  // namespace

bool for_each_document(OpenInput& input, const UnpackLimits& limits, Diagnostics& found,
                       const std::function<void(const SourceDocument&)>& take) {
  const std::string_view start = input.start();
  if (is_packed(start)) return unpack(input, limits, found, take);
  const InputFile& file = input.file();
  const std::string name = std::filesystem::path(file.absolute).filename().string();
  if (input.in_memory()) {
    take({file.shown, file.absolute, name, start, nullptr});
    return true;
  }
  Rest rest(input, start.size());
  take({file.shown, file.absolute, name, start, &rest});
  return true;
}

bool for_each_document(const InputFile& file, const UnpackLimits& limits, Diagnostics& found,
                       const std::function<void(const SourceDocument&)>& take) {
  OpenInput input(file, limits.in_memory);
  return for_each_document(input, limits, found, take);
}

std::string_view whole_text(const SourceDocument& document, std::string& buffer) {
  if (document.rest == nullptr) return document.bytes;
  buffer.assign(document.bytes);
  for (;;) {
    const std::size_t size = buffer.size();
    if (size > kLongestText)
      throw Error(ErrorCode::InputUnreadable, "larger than 4 GB (" + document.shown + ")");
    buffer.resize(size + kPiece);
    const std::size_t got = document.rest->read(buffer.data() + size, kPiece);
    buffer.resize(size + got);
    if (got == 0) return buffer;
  }
}

std::function<std::size_t(char* into, std::size_t size)> bytes_of(const SourceDocument& document) {
  return [start = document.bytes, rest = document.rest](char* into, std::size_t size) mutable {
    if (start.empty()) return rest == nullptr ? std::size_t{0} : rest->read(into, size);
    const std::size_t got = start.copy(into, size);
    start.remove_prefix(got);
    return got;
  };
}

}  // namespace pinakes
