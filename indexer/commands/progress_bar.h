// A line on the terminal that says how far a command is; nothing where there is no terminal.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "indexer/ingest/ingest.h"

namespace pinakes::commands {

/// Redrawn ten times a second at most; wiped by clear() and by the destructor.
class ProgressBar {
 public:
  ProgressBar();
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  void show(const IngestProgress& now);
  void clear();
  /// For ingest() and rebuild(); empty where there is no terminal.
  ProgressSink sink();

 private:
  using Clock = std::chrono::steady_clock;
  bool terminal_ = false, drawn_ = false;
  Clock::time_point start_ = Clock::now(), last_{};
};

/// The line itself: files, datasets, rate, time left.
std::string progress_line(const IngestProgress& now, double seconds);

}  // namespace pinakes::commands
