// pinakes-server: opens a catalogue read-only and serves it over HTTP.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <pthread.h>
#include <spdlog/fmt/chrono.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "indexer/base/error.h"
#include "indexer/base/messages.h"
#include "server/http/dispatch.h"
#include "server/http/http_server.h"

namespace {
using namespace pinakes;
namespace fs = std::filesystem;

struct Arguments {
  fs::path data, web;
  std::string listen = "127.0.0.1:8080", lang = "en", base_url;
  std::size_t threads = 0, slots = 0;
};

/// Parses the command line; exits for --help, --version and wrong usage through CLI11's exit code.
int parse_arguments(int argc, char** argv, Arguments& arguments) {
  CLI::App app{
      "Serves the catalogue of a data folder: web pages, the search API and RDF.\n"
      "The folder is only read; pinakes-indexer fills it, also while the server runs, and what it\n"
      "adds is found within seconds. Without a catalogue the server starts all the same and says "
      "at\n"
      "/health/ready what to run."};
  app.add_option("--data", arguments.data, "Folder of the catalogue (store and index)")->required();
  app.add_option("--listen", arguments.listen,
                 "HOST:PORT; the default is reached from this machine only: put a reverse proxy "
                 "before it rather than listening on 0.0.0.0")
      ->capture_default_str();
  app.add_option("--web", arguments.web, "Folder of templates, sentences and styles");
  app.add_option("--lang", arguments.lang, "Language where a request does not say: en or fr")
      ->check(CLI::IsMember({"en", "fr"}))
      ->capture_default_str();
  app.add_option(
      "--base-url", arguments.base_url,
      "Scheme and host of the public site, for canonical links: https://data.example.org");
  app.add_option("--threads", arguments.threads,
                 "Connections at once; 0: 16, or 4 per processor where that is more");
  app.add_option("--search-slots", arguments.slots,
                 "Searches at once; 0: one per processor, 2 or more");
  app.set_version_flag("--version", std::string("pinakes-server ") + PINAKES_VERSION);
  app.footer(
      "Stops on SIGTERM or SIGINT when the running requests are answered; at once on a second.\n"
      "Exit status: 0 stopped, 2 wrong usage, 3 failed. One JSON line per request on standard\n"
      "output, with neither query text nor address.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : error_kind(ErrorCode::BadUsage).exit_status;
  }
  return -1;
}

/// The access log: one JSON object per line on standard output.
class AccessLog {
 public:
  AccessLog() : logger_("access", std::make_shared<spdlog::sinks::stdout_sink_mt>()) {
    logger_.set_pattern("%v");
    // A line at once: an operator who follows the log must not wait for a full buffer.
    logger_.flush_on(spdlog::level::info);
  }
  void write(const AccessEntry& entry) {
    const nlohmann::ordered_json line{{"time", now()},
                                      {"request_id", entry.request_id},
                                      {"method", entry.method},
                                      {"path", entry.path},
                                      {"status", entry.status},
                                      {"bytes", entry.bytes},
                                      {"ms", static_cast<double>(entry.duration.count()) / 1000.0}};
    logger_.info(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }

 private:
  static std::string now() {
    const auto time = std::chrono::system_clock::now();
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                       fmt::gmtime(std::chrono::system_clock::to_time_t(time)), ms.count() % 1000);
  }
  spdlog::logger logger_;
};

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

/// Waits for signals in a thread of its own: nothing runs in a handler.
class SignalWatch {
 public:
  explicit SignalWatch(HttpServer& server) : thread_([this, &server] { watch(server); }) {}
  ~SignalWatch() {
    done_ = true;
    thread_.join();
  }
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;

 private:
  void watch(HttpServer& server) {
    const sigset_t set = stop_signals();
    const timespec slice{0, 100'000'000};
    bool asked = false;
    while (!done_) {
      const int signal = sigtimedwait(&set, nullptr, &slice);
      if (signal > 0 && asked) _exit(128 + signal);
      if (signal <= 0) continue;
      asked = true;
      server.stop();
    }
  }
  std::atomic<bool> done_ = false;
  std::thread thread_;
};

std::size_t search_slots(const Arguments& arguments) {
  if (arguments.slots > 0) return arguments.slots;
  return std::max<std::size_t>(2, std::thread::hardware_concurrency());
}

int serve(const Arguments& arguments) {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before any thread: all inherit it
  ServerOptions options = parse_listen(arguments.listen);
  options.threads = arguments.threads;
  const fs::path home = find_home();
  const fs::path web = arguments.web.empty() ? home / "web" : arguments.web;
  const Vocabularies vocabularies(home);
  const StaticFiles files(web);
  const HtmlRenderer html(web, home, vocabularies,
                          [&](std::string_view path) { return files.address(path); });
  const auto search = open_searcher(arguments.data, vocabularies, {search_slots(arguments)});
  const std::string fingerprint =
      std::string(PINAKES_VERSION) + "-" +
      content_fingerprint({web, home / "schemas" / "labels", home / "schemas" / "vocabularies"});
  const Services services{*search,        vocabularies,       html,       files, arguments.data,
                          arguments.lang, arguments.base_url, fingerprint};
  AccessLog log;
  HttpServer server(
      options, [&](const Request& request) { return dispatch(request, services); },
      [&](const AccessEntry& entry) { log.write(entry); });
  const int port = server.bind();
  std::cerr << "pinakes-server: serving " << arguments.data.string() << " on http://"
            << (options.host.find(':') == std::string::npos ? options.host
                                                            : "[" + options.host + "]")
            << ":" << port << "/\n";
  const SignalWatch watch(server);
  server.run();
  std::cerr << "pinakes-server: stopped\n";
  return 0;
}
}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (const int status = parse_arguments(argc, argv, arguments); status >= 0) return status;
  try {
    return serve(arguments);
  } catch (const Error& error) {
    std::cerr << "pinakes-server: " << error.what() << "\n";
    if (!error.hint().empty()) std::cerr << "  " << error.hint() << "\n";
    return error_kind(error.code()).exit_status;
  } catch (const std::exception& error) {
    std::cerr << "pinakes-server: " << error.what() << "\n";
    return error_kind(ErrorCode::Internal).exit_status;
  }
}
