// IRI references taken apart, resolved and put together (RFC 3986 section 5).
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/iri.h"

namespace pinakes {
namespace {

constexpr bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Length of the scheme without its colon, 0 if there is none.
std::size_t scheme_length(std::string_view iri) {
  if (iri.empty() || !is_alpha(iri[0])) return 0;
  for (std::size_t i = 1; i < iri.size(); ++i) {
    const char c = iri[i];
    if (c == ':') return i;
    if (!is_alpha(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

struct Parts {
  std::string_view scheme, authority, path, query, fragment;
  bool has_scheme = false, has_authority = false, has_query = false, has_fragment = false;
};

/// RFC 3986 appendix B.
Parts split(std::string_view iri) {
  Parts parts;
  const std::size_t scheme = scheme_length(iri);
  if (scheme > 0) {
    parts.has_scheme = true;
    parts.scheme = iri.substr(0, scheme);
    iri.remove_prefix(scheme + 1);
  }
  if (const std::size_t hash = iri.find('#'); hash != std::string_view::npos) {
    parts.has_fragment = true;
    parts.fragment = iri.substr(hash + 1);
    iri = iri.substr(0, hash);
  }
  if (const std::size_t mark = iri.find('?'); mark != std::string_view::npos) {
    parts.has_query = true;
    parts.query = iri.substr(mark + 1);
    iri = iri.substr(0, mark);
  }
  if (iri.starts_with("//")) {
    parts.has_authority = true;
    iri.remove_prefix(2);
    const std::size_t slash = iri.find('/');
    parts.authority = iri.substr(0, slash);
    iri = slash == std::string_view::npos ? std::string_view{} : iri.substr(slash);
  }
  parts.path = iri;
  return parts;
}

/// RFC 3986 section 5.2.4.
std::string remove_dot_segments(std::string_view in) {
  std::string out;
  const auto drop_last = [&out] {
    const std::size_t slash = out.rfind('/');
    out.resize(slash == std::string::npos ? 0 : slash);
  };
  while (!in.empty()) {
    if (in.starts_with("../")) {
      in.remove_prefix(3);
    } else if (in.starts_with("./") || in.starts_with("/./")) {
      in.remove_prefix(2);
    } else if (in == "/.") {
      in = "/";
    } else if (in.starts_with("/../")) {
      in.remove_prefix(3);
      drop_last();
    } else if (in == "/..") {
      in = "/";
      drop_last();
    } else if (in == "." || in == "..") {
      in = {};
    } else {
      const std::size_t next = in.find('/', 1);
      out += in.substr(0, next);
      in = next == std::string_view::npos ? std::string_view{} : in.substr(next);
    }
  }
  return out;
}

}  // namespace

BaseIri::BaseIri(std::string_view iri) : text_(iri.substr(0, iri.find('#'))) {
  const Parts parts = split(text_);
  scheme_ = parts.scheme;
  authority_ = parts.authority;
  path_ = parts.path;
  query_ = parts.query;
  has_authority_ = parts.has_authority;
  has_query_ = parts.has_query;
}

std::string BaseIri::resolve(std::string_view reference) const {
  if (text_.empty()) return std::string(reference);
  const Parts r = split(reference);
  std::string path, result = r.has_scheme ? std::string(r.scheme) : scheme_;
  std::string_view authority = r.authority, query = r.query;
  bool has_authority = r.has_authority, has_query = r.has_query;
  if (r.has_scheme || r.has_authority) {
    path = remove_dot_segments(r.path);
  } else {
    authority = authority_;
    has_authority = has_authority_;
    if (r.path.empty()) {
      path = path_;
      if (!r.has_query) {
        query = query_;
        has_query = has_query_;
      }
    } else if (r.path.starts_with('/')) {
      path = remove_dot_segments(r.path);
    } else if (path_.empty() && has_authority_) {
      path = remove_dot_segments("/" + std::string(r.path));
    } else {
      const std::size_t slash = path_.rfind('/');
      const std::size_t kept = slash == std::string::npos ? 0 : slash + 1;
      path = remove_dot_segments(path_.substr(0, kept) + std::string(r.path));
    }
  }
  result += ':';
  if (has_authority) result.append("//").append(authority);
  // A path that starts with "//" would read as an authority (RFC 3986 section 3.3).
  if (!has_authority && path.starts_with("//")) result += "/.";
  result += path;
  if (has_query) result.append("?").append(query);
  if (r.has_fragment) result.append("#").append(r.fragment);
  return result;
}

bool is_absolute_iri(std::string_view iri) { return scheme_length(iri) > 0; }

bool is_genid(std::string_view iri) {
  return iri.find("/.well-known/genid/") != std::string_view::npos;
}

std::string_view local_name(std::string_view iri) {
  while (iri.ends_with('/')) iri.remove_suffix(1);
  const std::size_t cut = iri.find_last_of("/#:");
  return cut == std::string_view::npos ? iri : iri.substr(cut + 1);
}

std::string file_iri(std::string_view absolute_path) {
  constexpr std::string_view kPlain = "/-._~!$&'()*+,;=:@";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string iri = "file://";
  for (const char c : absolute_path) {
    if (is_alpha(c) || is_digit(c) || kPlain.find(c) != std::string_view::npos) {
      iri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      iri += '%';
      iri += kHex[byte >> 4];
      iri += kHex[byte & 15U];
    }
  }
  return iri;
}

}  // namespace pinakes
