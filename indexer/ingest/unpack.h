// What a compressed file or an archive holds, through libarchive, within limits.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "indexer/ingest/source.h"

namespace pinakes {

/// Whether the first bytes are those of something that unpack() opens.
bool is_packed(std::string_view start);

/// for_each_document() of an input that is_packed().
bool unpack(OpenInput& input, const UnpackLimits& limits, Diagnostics& found,
            const std::function<void(const SourceDocument&)>& take);

}  // namespace pinakes
