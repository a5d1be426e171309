// The one place that knows which Catch2 is installed: 2.13 (Debian 12) or 3 (Debian 13).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#include <string>

namespace Catch {
/// What 2.13 calls Catch::Contains: the text holds the part. (In 3, Contains is about ranges.)
inline auto Contains(const std::string& part) { return Matchers::ContainsSubstring(part); }
}  // namespace Catch
#else
#include <catch2/catch.hpp>
#endif
