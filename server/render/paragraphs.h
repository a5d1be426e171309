// Publishers' text made safe to show: HTML becomes plain paragraphs, addresses become links.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pinakes {

/// `& < > " '` as character references.
std::string escape_html(std::string_view text);

/// Text of a fragment of HTML, or of plain text: elements and comments removed, blocks and blank
/// lines end a paragraph, `<br>` and a single line break end a line, list items begin with "• ",
/// character references decoded, what is inside script and style dropped. A `<` that begins no
/// element stays. Never fails.
std::vector<std::string> plain_paragraphs(std::string_view text);

/// The paragraphs in one line.
std::string plain_line(std::string_view text);

/// Escaped `<p>` elements with `<br>`; http, https and mailto addresses are links, nothing else is
/// markup. This output may stand between {{{ and }}}.
std::string paragraphs_html(std::string_view text);

/// At most `limit` code points, cut at a word, with an ellipsis where something was cut.
std::string excerpt(std::string_view text, std::size_t limit);

/// What may stand in an href that a publisher wrote: http, https or mailto. Else empty.
std::string safe_href(std::string_view address);

}  // namespace pinakes
