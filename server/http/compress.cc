// gzip through zlib.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/compress.h"

#include <zlib.h>

#include <limits>

#include "indexer/base/error.h"

namespace pinakes {

std::string gzip(std::string_view bytes, Effort effort) {
  constexpr int kGzipWindow = 15 + 16;  // zlib: largest window, plus 16 for the gzip wrapper
  z_stream stream{};
  const int level = effort == Effort::Best ? 9 : 4;  // 4: first level with lazy matching
  if (bytes.size() > std::numeric_limits<uInt>::max() / 2 ||
      deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw Error(ErrorCode::Internal, "cannot compress the answer");
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw Error(ErrorCode::Internal, "cannot compress the answer");
  return out;
}

bool is_compressible(std::string_view media_type) {
  const std::string_view type = media_type.substr(0, media_type.find(';'));
  return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml") ||
         type.ends_with("javascript") || type.ends_with("n-triples") || type.ends_with("n-quads") ||
         type.ends_with("trig");
}

}  // namespace pinakes
