# Every library that Pinakes uses, found once, so that each folder may name the targets it links.
# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian packages they come from are in script/bootstrap; what to know about each in CONTRIBUTING.md.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(ZLIB REQUIRED)
find_package(xapian REQUIRED) # sets XAPIAN_LIBRARIES, defines no target
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
# Its flags are part of its binary interface: include httplib.h only with PkgConfig::HTTPLIB linked.
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)
