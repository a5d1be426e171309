// A line on the terminal that says how far a command is.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/progress_bar.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "indexer/commands/command.h"

namespace pinakes::commands {
namespace {
constexpr std::size_t kWidth = 24;
constexpr auto kPause = std::chrono::milliseconds(100);

std::string left(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%ld:%02ld left", whole / 60, whole % 60);
  return text.data();
}
}  // namespace

std::string progress_line(const IngestProgress& now, double seconds) {
  const double share =
      now.bytes == 0
          ? 0
          : std::min(1.0, static_cast<double>(now.bytes_done) / static_cast<double>(now.bytes));
  const auto filled = static_cast<std::size_t>(share * kWidth);
  std::string line = "[" + std::string(filled, '#') + std::string(kWidth - filled, '.') + "] " +
                     std::to_string(static_cast<int>(share * 100)) + "%";
  if (now.stage == IngestProgress::Stage::CatchingUp) {
    line += "  indexing " + grouped(now.bytes_done) + " of " + grouped(now.bytes) + " changes";
  } else {
    line += "  " + grouped(now.files_done) + " of " + grouped(now.files) + " files, " +
            grouped(now.datasets) + " datasets";
    if (now.datasets > 0 && seconds > 1)
      line += ", " +
              grouped(static_cast<std::size_t>(static_cast<double>(now.datasets) / seconds)) + "/s";
  }
  if (share > 0.02 && seconds > 1) line += ", " + left(seconds / share * (1 - share));
  return line;
}

ProgressBar::ProgressBar() : terminal_(isatty(STDERR_FILENO) == 1) {}
ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::show(const IngestProgress& now) {
  const Clock::time_point time = Clock::now();
  if (!terminal_ || time - last_ < kPause) return;
  last_ = time;
  drawn_ = true;
  const double seconds = std::chrono::duration<double>(time - start_).count();
  std::fprintf(stderr, "\r%s\033[K", progress_line(now, seconds).c_str());
  std::fflush(stderr);
}

void ProgressBar::clear() {
  if (!drawn_) return;
  std::fputs("\r\033[K", stderr);
  drawn_ = false;
}

ProgressSink ProgressBar::sink() {
  if (!terminal_) return {};
  return [this](const IngestProgress& now) { show(now); };
}

}  // namespace pinakes::commands
