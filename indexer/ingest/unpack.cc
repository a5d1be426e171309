// What a compressed file or an archive holds, through libarchive, within limits.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/unpack.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <unordered_set>

#include "indexer/base/error.h"
#include "indexer/base/text.h"
#include "indexer/rdf/sniff.h"

namespace pinakes {
namespace {

constexpr std::uint64_t kRatioFrom = std::uint64_t{64} << 20U;  // a small file may shrink well
constexpr std::size_t kPiece = std::size_t{64} << 10U;
constexpr int kRetries = 10;  // of ARCHIVE_RETRY, which libarchive bounds nowhere

struct Close {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
using Handle = std::unique_ptr<archive, Close>;

bool is_tar(std::string_view start) { return start.substr(0, 262).ends_with("ustar"); }

/// The name of an entry as messages and the store show it: what is not UTF-8, or would move the
/// cursor of a terminal, as %XX.
std::string shown_name(std::string_view raw) {
  std::string name;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(raw, at);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) ||
                         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (!control && (c != 0xFFFD || at - start == 3)) {
      name += raw.substr(start, at - start);
      continue;
    }
    for (const char byte : raw.substr(start, at - start))
      for (const int shift : {8, 4, 0})
        name +=
            shift == 8 ? '%' : "0123456789ABCDEF"[(static_cast<unsigned char>(byte) >> shift) & 15];
  }
  return name;
}

/// A folder or file that its owner hides, or that macOS puts beside the real one.
bool is_hidden(std::string_view name) {
  return name.starts_with("__MACOSX/") ||
         (name.starts_with('.') && !name.starts_with("./") && !name.starts_with("../")) || [&] {
           for (std::size_t at = 0; (at = name.find("/.", at)) != std::string_view::npos; ++at)
             if (const std::string_view part = name.substr(at + 1);
                 !part.starts_with("./") && !part.starts_with("../"))
               return true;
           return false;
         }();
}

class Unpacker : public ByteStream {
 public:
  using Take = std::function<void(const SourceDocument&)>;

  Unpacker(OpenInput& input, const UnpackLimits& limits, Diagnostics& found, const Take& take)
      : input_(input), limits_(limits), found_(found), take_(take), archive_(archive_read_new()) {}

  bool operator()();
  std::size_t read(char* into, std::size_t size) override;

 private:
  void open();
  void next_entry(archive_entry* entry);
  std::string name_of(archive_entry* entry) const;
  bool wanted(archive_entry* entry, const std::string& name);
  void document(const std::string& name);
  void say(std::string_view code, Severity severity,
           std::vector<std::pair<std::string, std::string>> arguments = {});
  /// Nothing more can be read.
  void stop(std::string_view code, std::vector<std::pair<std::string, std::string>> arguments = {});
  bool within_limits(std::size_t more);
  std::string reason() const;
  bool is_raw() const {
    return (archive_format(archive_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_RAW;
  }

  OpenInput& input_;
  const UnpackLimits& limits_;
  Diagnostics& found_;
  const Take& take_;
  Handle archive_;
  std::string entry_;  // its name; empty: the file itself
  std::unordered_set<std::string> names_;
  std::string buffer_;
  std::uint64_t unpacked_ = 0, held_ = 0;
  std::size_t entries_ = 0;
  bool whole_ = true, stopped_ = false, entry_failed_ = false, streaming_ = false;
};

void Unpacker::open() {
  archive* const a = archive_.get();
  if (a == nullptr) throw Error(ErrorCode::Io, "no memory to open " + input_.file().shown);
  archive_read_support_filter_gzip(a);
  archive_read_support_filter_bzip2(a);
  archive_read_support_filter_xz(a);
  archive_read_support_filter_zstd(a);
  archive_read_support_format_zip(a);
  archive_read_support_format_tar(a);
  archive_read_support_format_raw(a);
  archive_read_support_format_empty(a);
  input_.rewind();
  const std::string_view start = input_.start();
  const int opened = input_.in_memory() ? archive_read_open_memory(a, start.data(), start.size())
                                        : archive_read_open_fd(a, input_.descriptor(), kPiece);
  if (opened < ARCHIVE_WARN) stop("archive-damaged", {{"reason", reason()}});
}

bool Unpacker::operator()() {
  open();
  int retries = 0;
  while (!stopped_) {
    archive_entry* entry = nullptr;
    entry_.clear();
    const int status = archive_read_next_header(archive_.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status == ARCHIVE_RETRY && ++retries <= kRetries) continue;
    if (status < ARCHIVE_WARN) {
      stop("archive-damaged", {{"reason", reason()}});
      break;
    }
    next_entry(entry);
  }
  if (whole_ && entries_ == 0 && archive_format(archive_.get()) == ARCHIVE_FORMAT_EMPTY)
    take_({input_.file().shown,
           input_.file().absolute,
           without_compression(std::filesystem::path(input_.file().absolute).filename().string()),
           {},
           nullptr});
  else if (whole_ && names_.empty())
    say("archive-empty", Severity::Error, {{"known", rdf::known_formats()}}), whole_ = false;
  input_.rewind();  // throws where the file changed meanwhile
  return whole_;
}

void Unpacker::next_entry(archive_entry* entry) {
  if (++entries_ > limits_.entries)
    return stop("archive-entries", {{"limit", std::to_string(limits_.entries)}});
  if (archive_filter_count(archive_.get()) > 2) {  // libarchive counts the file itself
    whole_ = false;
    stopped_ = true;
    names_.insert("");
    return say("archive-nested", Severity::Error);
  }
  const InputFile& file = input_.file();
  if (is_raw()) {
    names_.insert("");
    return document(without_compression(std::filesystem::path(file.absolute).filename().string()));
  }
  const std::string name = name_of(entry);
  if (name == "[Content_Types].xml" || (name == "mimetype" && entries_ == 1))
    return stop("not-rdf-office");  // Office and OpenDocument files are zip archives
  entry_ = name;
  if (wanted(entry, name)) document(std::filesystem::path(name).filename().string());
}

std::string Unpacker::name_of(archive_entry* entry) const {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  if (name == nullptr) return "entry " + std::to_string(entries_);
  return shown_name(std::string_view(name).substr(0, limits_.name_length + 1));
}

bool Unpacker::wanted(archive_entry* entry, const std::string& name) {
  if (archive_entry_filetype(entry) != AE_IFREG || is_hidden(name)) return false;
  if (name.size() > limits_.name_length) {
    entry_ = name.substr(0, 40) + "...";
    say("archive-name", Severity::Error, {{"limit", std::to_string(limits_.name_length)}});
    whole_ = false;
    return false;
  }
  if (is_archive_name(name) || (without_compression(name) != name && is_document_name(name))) {
    names_.insert(name);
    say("archive-nested", Severity::Warning);
    return false;
  }
  if (!is_document_name(name)) return false;
  if (archive_entry_is_encrypted(entry) != 0) {
    names_.insert(name);
    say("archive-encrypted", Severity::Error);
    whole_ = false;
    return false;
  }
  if (names_.insert(name).second) return true;
  say("archive-duplicate", Severity::Warning);
  return false;
}

void Unpacker::document(const std::string& name) {
  buffer_.clear();
  entry_failed_ = streaming_ = false;
  bool more = true;
  while (more && buffer_.size() < limits_.in_memory) {
    const std::size_t size = buffer_.size();
    if (buffer_.capacity() < size + kPiece) buffer_.reserve(std::max(size * 2, 4 * kPiece));
    buffer_.resize(size + kPiece);
    const std::size_t got = read(buffer_.data() + size, kPiece);
    buffer_.resize(size + got);
    more = got > 0;
    held_ += got;
    if (held_ > limits_.bytes)
      return stop("archive-too-large", {{"limit", std::to_string(limits_.bytes >> 20U)}});
  }
  if (entry_failed_ || stopped_) return;
  streaming_ = more;
  const InputFile& file = input_.file();
  const std::string inside = entry_.empty() ? "" : "!/" + entry_;
  take_({file.shown + inside, file.absolute + inside, name, buffer_, more ? this : nullptr});
  if (buffer_.capacity() > kRatioFrom) std::string().swap(buffer_);
}

std::size_t Unpacker::read(char* into, std::size_t size) {
  if (stopped_ || entry_failed_) return 0;
  for (int retries = 0;;) {
    const la_ssize_t got = archive_read_data(archive_.get(), into, size);
    if (got >= 0) {
      if (!within_limits(static_cast<std::size_t>(got))) return 0;
      return static_cast<std::size_t>(got);
    }
    if (got == ARCHIVE_RETRY && ++retries <= kRetries) continue;
    if (got == ARCHIVE_FATAL) {
      stop("archive-damaged", {{"reason", reason()}});
      return 0;
    }
    if (got == ARCHIVE_WARN && archive_errno(archive_.get()) == 0) continue;
    whole_ = false;  // this entry only: a checksum, a compression that libarchive does not know
    entry_failed_ = true;
    say("archive-damaged", Severity::Error, {{"reason", reason()}});
    return 0;
  }
}

/// A file that is compressed as one stream is watched as it goes; a zip may name the same bytes in
/// many entries, so there the whole file is what it is measured by.
bool Unpacker::within_limits(std::size_t more) {
  unpacked_ += more;
  if (unpacked_ <= kRatioFrom) return true;
  const la_int64_t consumed = archive_filter_bytes(archive_.get(), -1);
  const bool zip =
      (archive_format(archive_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
  const std::uint64_t packed =
      zip || consumed <= 0 ? input_.size() : static_cast<std::uint64_t>(consumed);
  if (unpacked_ / limits_.ratio <= packed) return true;
  stop("archive-ratio", {{"limit", std::to_string(limits_.ratio)}});
  return false;
}

void Unpacker::say(std::string_view code, Severity severity,
                   std::vector<std::pair<std::string, std::string>> arguments) {
  const std::string& shown = input_.file().shown;
  arguments.emplace_back("entry", entry_);
  found_.push_back({std::string(code),
                    severity,
                    std::move(arguments),
                    {entry_.empty() ? shown : shown + "!/" + entry_, {}, {}}});
}

void Unpacker::stop(std::string_view code,
                    std::vector<std::pair<std::string, std::string>> arguments) {
  whole_ = false;
  if (stopped_) return;
  stopped_ = true;
  say(code, Severity::Error, std::move(arguments));
}

std::string Unpacker::reason() const {
  const char* text = archive_error_string(archive_.get());
  return text == nullptr ? "unknown fault" : shown_name(text);
}

}  // namespace

bool is_packed(std::string_view start) {
  using namespace std::string_view_literals;
  static constexpr std::array kMagic = {
      "\x1F\x8B"sv, "\x28\xB5\x2F\xFD"sv, "\xFD\x37zXZ\0"sv, "PK\3\4"sv, "PK\5\6"sv,
  };
  if (std::ranges::any_of(kMagic, [&](std::string_view magic) { return start.starts_with(magic); }))
    return true;
  if (start.starts_with("BZh") && start.substr(4).starts_with("1AY&SY")) return true;
  return is_tar(start);
}

bool unpack(OpenInput& input, const UnpackLimits& limits, Diagnostics& found,
            const std::function<void(const SourceDocument&)>& take) {
  return Unpacker(input, limits, found, take)();
}

}  // namespace pinakes
