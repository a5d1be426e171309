# How a library, a program and a test of Pinakes are declared: one function each.
# SPDX-License-Identifier: GPL-3.0-or-later

find_program(PINAKES_CCACHE ccache)
if(PINAKES_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${PINAKES_CCACHE})
endif()

add_library(pinakes_warnings INTERFACE)
target_compile_options(pinakes_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  $<$<BOOL:${PINAKES_DEVELOPER}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
  # Both are wrong about `for (const auto& [key, value] : json.items())` since g++ 13 (Debian 13 has 14);
  # Debian 12's g++ 12 keeps the second one watched.
  target_compile_options(pinakes_warnings INTERFACE -Wno-dangling-reference -Wno-maybe-uninitialized)
endif()

# pinakes_library(NAME SOURCES... LINKS ... PRIVATE_LINKS ...): every header beside the sources
# belongs to the library's header set, so each is also compiled alone (all_verify_interface_header_sets).
function(pinakes_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR} FILES ${headers})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS} pinakes_warnings)
  if(PINAKES_DEVELOPER)
    set_target_properties(${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  endif()
endfunction()
