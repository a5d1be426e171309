// One process writes at a time.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/store/lock.h"

#include <unistd.h>

#include "indexer/base/error.h"
#include "tests/catch.h"
#include "tests/temporary_folder.h"

using namespace pinakes;

TEST_CASE("the second writer is told who holds the lock; a lock left behind is free") {
  const test::TemporaryFolder data;
  {
    const WriteLock lock(data / "new", "ingest");
    try {
      const WriteLock second(data / "new", "rebuild");
      FAIL("locked twice");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::Locked);
      const std::string message = error.what();
      CHECK(message.find("pid " + std::to_string(getpid())) != std::string::npos);
      CHECK(message.find("command ingest") != std::string::npos);
      CHECK(message.find("host ") != std::string::npos);
    }
  }
  CHECK(std::filesystem::exists(data / "new/lock"));
  CHECK_NOTHROW(WriteLock(data / "new", "rebuild"));
}
