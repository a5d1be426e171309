// Loads web/style and web/components; hashes what pages are made of.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/static_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <vector>

#include "indexer/base/error.h"
#include "indexer/base/text.h"
#include "server/http/compress.h"

namespace pinakes {
namespace {
namespace fs = std::filesystem;

struct MediaType {
  std::string_view extension, type;
};
constexpr auto kMediaTypes = std::to_array<MediaType>({
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
});

std::string_view media_type_of(const fs::path& file) {
  const std::string extension = file.extension().string();
  for (const MediaType& row : kMediaTypes)
    if (row.extension == extension) return row.type;
  return {};
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (!in.is_open() || in.bad())
    throw Error(ErrorCode::Io, "cannot read " + file.string(), "check the folder given with --web");
  return bytes;
}

StaticFile load(const fs::path& file, std::string_view type) {
  StaticFile out;
  out.type = type;
  out.body = read_file(file);
  out.hash = sha256_hex(out.body).substr(0, 16);
  out.tag = '"' + out.hash + '"';
  if (is_compressible(type) && out.body.size() >= kCompressFrom) {
    std::string packed = gzip(out.body, Effort::Best);
    if (packed.size() < out.body.size()) out.gzip = std::move(packed);
  }
  return out;
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code ignored;  // a folder that is not there has no files
  for (fs::recursive_directory_iterator i(folder, ignored), end; i != end; i.increment(ignored))
    if (i->is_regular_file(ignored)) out.push_back(i->path());
  std::ranges::sort(out);
  return out;
}
}  // namespace

StaticFiles::StaticFiles(const fs::path& web) {
  for (std::string_view folder : {"style", "components"}) {
    for (const fs::path& file : files_below(web / folder)) {
      const std::string_view type = media_type_of(file);
      if (type.empty() || file.stem().extension() == ".test") continue;
      files_.emplace(file.lexically_relative(web).generic_string(), load(file, type));
    }
  }
}

const StaticFile* StaticFiles::find(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

std::string StaticFiles::address(std::string_view path) const {
  const StaticFile* file = find(path);
  return "/static/" + std::string(path) + (file == nullptr ? "" : "?v=" + file->hash);
}

std::string content_fingerprint(std::initializer_list<fs::path> folders) {
  std::string all;
  for (const fs::path& folder : folders) {
    for (const fs::path& file : files_below(folder)) {
      all += file.lexically_relative(folder).generic_string();
      all += ' ';
      all += sha256_hex(read_file(file));
      all += '\n';
    }
  }
  return sha256_hex(all).substr(0, 16);
}

}  // namespace pinakes
