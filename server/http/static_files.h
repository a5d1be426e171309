// The files of web/ that browsers fetch, in memory with their gzip form and entity tag.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace pinakes {

struct StaticFile {
  std::string type;        // media type
  std::string body, gzip;  // gzip: empty where it is no gain
  std::string tag;         // strong, of the identity form
  std::string hash;        // what `?v=` must be for the file to be cached for ever
};

/// Read once at start. A path is only looked up in this map, so none can lead out of web/.
class StaticFiles {
 public:
  StaticFiles() = default;
  /// Every style sheet, script, drawing, picture and font below `web`/style and `web`/components
  /// (tests left out). A missing folder is no files. Throws Error{Io} for an unreadable file.
  explicit StaticFiles(const std::filesystem::path& web);
  /// By its path below web/, such as "style/base.css"; null if there is none.
  const StaticFile* find(std::string_view path) const;
  /// `/static/PATH?v=HASH`: changes with the content, so that a browser may keep the file for ever.
  std::string address(std::string_view path) const;
  const std::map<std::string, StaticFile, std::less<>>& all() const { return files_; }

 private:
  std::map<std::string, StaticFile, std::less<>> files_;
};

/// A hash over the contents of the regular files below the folders: whatever answers are made of
/// besides the catalogue (templates, sentences, labels, vocabularies). Part of every entity tag, so
/// that a new version of the program never gets an old page confirmed.
std::string content_fingerprint(std::initializer_list<std::filesystem::path> folders);

}  // namespace pinakes
