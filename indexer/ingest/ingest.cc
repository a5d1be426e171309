// Files into the store, the store into the index: one run over one source.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/ingest.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>
#include <set>

#include "indexer/base/error.h"
#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "indexer/dcat/canonical.h"
#include "indexer/dcat/dataset.h"
#include "indexer/index/writer.h"
#include "indexer/ingest/identity.h"
#include "indexer/ingest/inputs.h"
#include "indexer/rdf/formats.h"
#include "indexer/rdf/pieces.h"
#include "indexer/rdf/sniff.h"
#include "indexer/rdf/union.h"
#include "indexer/store/lock.h"

namespace pinakes {
namespace {

using Clock = std::chrono::steady_clock;
// Each commit of the index rewrites what it touches: fewer and larger ones cost less. Much in
// memory is a reason to commit, and so is a reader who waits; never more often than every 2 s.
constexpr auto kShortestPause = std::chrono::seconds(2), kLongestPause = std::chrono::seconds(60);
constexpr std::size_t kMostKeptApart = 100;  // messages of that kind
constexpr std::size_t kProgressEvery = 64;   // datasets

std::string source_name(const IngestOptions& options) {
  if (!options.source.empty()) return options.source;
  std::error_code failed;
  std::filesystem::path first = std::filesystem::weakly_canonical(options.paths.front(), failed);
  if (failed) first = options.paths.front();
  const std::string name = first.filename().string();
  return name.empty() ? "files" : name;
}

/// Whether an error is of the store, the index or the machine: then the run stops.
bool stops_the_run(const Error& error) {
  return error_kind(error.code()).exit_status == 3 && error.code() != ErrorCode::Internal;
}

/// Whether the earlier version describes a node that this one, from a file that lost statements,
/// only names: then the description most likely stood where the file was cut or not understood.
bool misses_description(const rdf::Graph& earlier, const rdf::Graph& now) {
  return std::ranges::any_of(earlier.triples(), [&](const rdf::Triple& triple) {
    const rdf::Term& node = earlier[triple.subject];
    if (node.kind != rdf::TermKind::Iri || is_genid(node.value)) return false;
    const auto id = now.find(node);
    return id && now.about(*id).empty();
  });
}

/// Notes when the first statement is lost: of a dump, what comes before it is whole.
class Watched : public rdf::Sink {
 public:
  Watched(rdf::Sink& to, bool& whole) : to_(to), whole_(whole) {}
  void statement(const rdf::Term& subject, const rdf::Term& predicate, const rdf::Term& object,
                 Position where) override {
    to_.statement(subject, predicate, object, where);
  }
  void lost(const rdf::Term& subject) override {
    whole_ = false;
    to_.lost(subject);
  }

 private:
  rdf::Sink& to_;
  bool& whole_;
};

class Run {
 public:
  Run(const IngestOptions& options, const Vocabularies& vocabularies, const ProgressSink& progress)
      : options_(options),
        progress_(progress),
        store_(options.data),
        index_(options.data, vocabularies) {}

  IngestReport operator()();

 private:
  void catch_up_first();
  void file(const InputFile& file);
  /// A document that was read: what is left to do needs no longer the text.
  struct Read {
    InputFile input;
    std::string hash;
    rdf::Graph graph;
    bool whole = false;
  };
  bool documents(OpenInput& input, const std::string& hash, std::optional<Read>& itself);
  void member(const SourceDocument& document, const std::string& archive_hash);
  std::optional<Read> document(const SourceDocument& document, std::string_view hash);
  /// What goes wrong within `work` fails that file; the run goes on.
  template <typename Work>
  void guarded(const InputFile& file, Work work);
  bool read(const InputFile& file, const rdf::Format& format, std::string_view text,
            rdf::Graph& graph);
  void dump(const SourceDocument& document, const rdf::Format& format, std::string_view hash);
  void datasets(const InputFile& file, const rdf::Graph& graph, bool whole, std::string_view hash);
  void put_all(const InputFile& file, const rdf::Graph& graph, const Splitter& splitter);
  void end_file(bool whole, std::string_view hash, const rdf::Graph& leftovers);
  void one_dataset(const InputFile& file, const Splitter& splitter, rdf::TermId root,
                   const std::string& key);
  bool lost_something(const Splitter& splitter, rdf::TermId root, const Dataset& dataset,
                      const std::string& key);
  void note_kept_apart(const InputFile& file, const rdf::Graph& graph, rdf::TermId node);
  void refuse(const InputFile& file, const Dataset& dataset, std::string_view code);
  void apply(PutResult result, const Dataset* dataset);
  void batch();
  void commit();
  void prune();
  void show(IngestProgress::Stage stage);
  void fail_file(const InputFile& file, std::string_view code, const std::string& reason,
                 Position where = {});

  const IngestOptions& options_;
  const ProgressSink& progress_;
  StoreWriter store_;
  IndexWriter index_;
  IngestReport report_;
  IngestProgress shown_;
  std::size_t refused_ = 0, kept_apart_ = 0;
  bool file_refused_ = false, file_whole_ = true;
  std::set<std::string> borrowed_;  // keys of this file's datasets without IRI
  Clock::time_point last_commit_ = Clock::now();
};

IngestReport Run::operator()() {
  report_.source = source_name(options_);
  catch_up_first();
  const std::vector<InputFile> files = input_files(options_.paths, report_.diagnostics);
  report_.failed_files = report_.diagnostics.size();  // one for each path that cannot be read
  std::vector<std::string> names;
  for (const InputFile& file : files) {
    names.push_back(file.absolute);
    shown_.bytes += file.bytes;
  }
  report_.files = shown_.files = files.size();
  store_.begin_run(report_.source, names);
  std::uint64_t done = 0;
  for (const InputFile& file : files) {
    guarded(file, [&] { this->file(file); });
    done += file.bytes;
    shown_.bytes_done = done;
    ++shown_.files_done;
    show(IngestProgress::Stage::Reading);
  }
  prune();
  report_.counts = store_.end_run(refused_, report_.failed_files);
  index_.commit(store_.last_sequence());
  return std::move(report_);
}

void Run::catch_up_first() {
  const StoreReader reader(options_.data);
  if (index_.sequence() > reader.last_sequence())  // the store was put back from an older copy
    throw Error(ErrorCode::IndexOutdated, "the index is ahead of the catalogue of record",
                "rebuild it: pinakes-indexer rebuild --data " + options_.data.string());
  catch_up(reader, index_, [this](std::size_t done, std::size_t all) {
    shown_.bytes_done = done;
    shown_.bytes = all;
    show(IngestProgress::Stage::CatchingUp);
  });
  shown_ = {};
}

template <typename Work>
void Run::guarded(const InputFile& input, Work work) {
  try {
    work();
  } catch (const Error& error) {
    if (stops_the_run(error)) throw;
    fail_file(input, error.code() == ErrorCode::InputUnreadable ? "unreadable-file" : "file-failed",
              error.what());
  } catch (const std::exception& error) {
    fail_file(input, "file-failed", error.what());
  }
}

void Run::fail_file(const InputFile& file, std::string_view code, const std::string& reason,
                    Position where) {
  ++report_.failed_files;
  report_.diagnostics.push_back({std::string(code),
                                 Severity::Error,
                                 {{"file", file.shown}, {"reason", reason}},
                                 {file.shown, where, {}}});
}

void Run::file(const InputFile& file) {
  std::optional<Read> itself;  // taken when the text of a large file is out of memory
  {
    OpenInput input(file, options_.limits.in_memory);
    const std::string hash = input.sha256();
    if (store_.skip_unchanged(file.absolute, hash)) {
      ++report_.unchanged_files;
      return;
    }
    show(IngestProgress::Stage::Reading);
    if (!documents(input, hash, itself)) ++report_.failed_files;
  }
  if (itself) datasets(itself->input, itself->graph, itself->whole, itself->hash);
}

/// The file itself, or the members of an archive: each is a file of its own to the store. False if
/// the archive could not be read to its end.
bool Run::documents(OpenInput& input, const std::string& hash, std::optional<Read>& itself) {
  const InputFile& file = input.file();
  store_.begin_file(file.absolute);
  std::vector<std::string> members;
  const auto take = [&](const SourceDocument& one) {
    if (one.absolute == file.absolute) {
      itself = document(one, hash);
    } else {
      members.push_back(one.absolute);
      guarded({one.shown, one.absolute, 0, true}, [&] { member(one, hash); });
    }
  };
  const bool whole = for_each_document(input, options_.limits, report_.diagnostics, take);
  if (members.size() > 1) report_.files += members.size() - 1;
  if (!whole) return false;
  store_.end_members(file.absolute, members);
  if (members.empty()) return true;
  store_.begin_file(file.absolute);
  for (PutResult& result : store_.end_file(StoreWriter::FileEnd::Whole, hash, nullptr))
    apply(std::move(result), nullptr);
  return true;
}

void Run::member(const SourceDocument& one, const std::string& archive_hash) {
  store_.add_member(one.absolute);
  // What comes in pieces is not in memory to be hashed: it is unchanged where the archive is.
  const std::string hash = one.rest == nullptr ? sha256_hex(one.bytes) : archive_hash;
  if (store_.skip_unchanged(one.absolute, hash)) {
    ++report_.unchanged_files;
    return;
  }
  if (const std::optional<Read> read = document(one, hash))
    datasets(read->input, read->graph, read->whole, read->hash);
}

std::optional<Run::Read> Run::document(const SourceDocument& document, std::string_view hash) {
  const rdf::Format* format =
      rdf::recognise(document.name, {}, document.bytes, document.shown, report_.diagnostics).format;
  if (format == nullptr) {
    ++report_.failed_files;
    return std::nullopt;
  }
  if (document.rest != nullptr && format->by_line) {
    dump(document, *format, hash);
    return std::nullopt;
  }
  Read result{{document.shown, document.absolute, document.bytes.size(), true},
              std::string(hash),
              {},
              false};
  std::string text;
  result.whole = read(result.input, *format, whole_text(document, text), result.graph);
  return result;
}

/// True if no statement was lost.
bool Run::read(const InputFile& input, const rdf::Format& format, std::string_view text,
               rdf::Graph& graph) {
  const std::string base = file_iri(input.absolute);
  rdf::Union all(graph);
  const bool whole =
      format.read({text, base, input.shown, options_.contexts}, all, report_.diagnostics);
  all.report(input.shown, report_.diagnostics);
  graph.finish();
  if (!whole) ++report_.failed_files;
  return whole;
}

void Run::datasets(const InputFile& input, const rdf::Graph& graph, bool whole,
                   std::string_view hash) {
  const Splitter splitter(graph);
  if (splitter.roots().empty() && whole) return fail_file(input, "no-dataset", "", {1, 1});
  store_.begin_file(input.absolute);
  file_refused_ = false;
  file_whole_ = whole;
  borrowed_.clear();
  put_all(input, graph, splitter);
  end_file(whole, hash, whole ? splitter.unreached() : rdf::Graph());
}

/// A document too long for memory, window by window.
void Run::dump(const SourceDocument& document, const rdf::Format& format, std::string_view hash) {
  const InputFile input{document.shown, document.absolute, 0, true};
  store_.begin_file(input.absolute);
  file_refused_ = false;
  file_whole_ = true;
  borrowed_.clear();
  const std::size_t before = shown_.datasets;
  DumpWindows windows(
      options_.dump, input.shown,
      [&](const rdf::Graph& window) {
        const Splitter splitter(window);
        put_all(input, window, splitter);
        return splitter.unreached();
      },
      [&](const std::string& iri) { return store_.earlier(iri); });
  Watched watched(windows, file_whole_);
  rdf::Union all(watched);
  const std::string base = file_iri(input.absolute);
  const std::size_t said = report_.diagnostics.size();
  bool whole =
      rdf::read_lines(format, bytes_of(document), {{}, base, input.shown, options_.contexts}, all,
                      report_.diagnostics);
  // A stream that ends early because its archive is damaged says so there only.
  whole = whole && std::none_of(report_.diagnostics.begin() + static_cast<std::ptrdiff_t>(said),
                                report_.diagnostics.end(),
                                [](const Diagnostic& d) { return d.severity == Severity::Error; });
  file_whole_ = file_whole_ && whole;
  all.report(input.shown, report_.diagnostics);
  const rdf::Graph leftovers = windows.finish(report_.diagnostics);
  if (!whole) ++report_.failed_files;
  if (whole && shown_.datasets == before) return fail_file(input, "no-dataset", "", {1, 1});
  end_file(whole, hash, leftovers);
}

void Run::put_all(const InputFile& input, const rdf::Graph& graph, const Splitter& splitter) {
  for (const rdf::TermId node : splitter.kept_apart()) note_kept_apart(input, graph, node);
  const BorrowedKeys borrowed =
      borrowed_keys(splitter, graph, input.shown, [this](const std::string& key) {
        return borrowed_.contains(key) || store_.owned_by_another_file(key);
      });
  report_.diagnostics.insert(report_.diagnostics.end(), borrowed.found.begin(),
                             borrowed.found.end());
  for (const auto& [root, key] : borrowed.keys) borrowed_.insert(key);
  const std::uint64_t before = shown_.bytes_done;
  std::size_t count = 0;
  for (const rdf::TermId root : splitter.roots()) {
    const auto key = borrowed.keys.find(root);
    one_dataset(input, splitter, root,
                key != borrowed.keys.end() ? key->second : std::string(graph[root].value));
    ++shown_.datasets;
    if (++count % kProgressEvery == 0) {
      shown_.bytes_done = before + input.bytes * count / splitter.roots().size();
      show(IngestProgress::Stage::Storing);
    }
    if (store_.batch_full()) batch();
  }
  shown_.bytes_done = before;
}

void Run::end_file(bool whole, std::string_view hash, const rdf::Graph& leftovers) {
  const bool again = file_refused_;  // what was refused is said at every run
  for (PutResult& result :
       store_.end_file(whole ? StoreWriter::FileEnd::Whole : StoreWriter::FileEnd::Failed,
                       again ? std::string_view() : hash, whole ? &leftovers : nullptr))
    apply(std::move(result), nullptr);
  if (store_.batch_full()) batch();
}

void Run::one_dataset(const InputFile& input, const Splitter& splitter, rdf::TermId root,
                      const std::string& key) {
  const Dataset as_sent = splitter.dataset(root);
  const std::optional<Canonical> better = rewritten(as_sent, input.shown);
  const Dataset& dataset = better ? better->dataset : as_sent;
  if (key.empty()) return refuse(input, dataset, "no-identity");
  if (!file_whole_ && lost_something(splitter, root, as_sent, key)) {
    store_.refuse(key);
    return refuse(input, dataset, "dataset-incomplete");
  }
  Diagnostics findings = plain_findings(dataset, input.shown);
  report_.diagnostics.insert(report_.diagnostics.end(), findings.begin(), findings.end());
  if (better) report_.mappings.take(better->findings, findings);
  PutResult result =
      store_.put({key, as_sent.iri, naming_title(dataset), as_sent.graph, std::move(findings)});
  apply(std::move(result), &dataset);
}

bool Run::lost_something(const Splitter& splitter, rdf::TermId root, const Dataset& dataset,
                         const std::string& key) {
  if (splitter.damaged(root)) return true;
  const std::optional<rdf::Graph> earlier = store_.earlier(key);
  return earlier && misses_description(*earlier, dataset.graph);
}

void Run::note_kept_apart(const InputFile& input, const rdf::Graph& graph, rdf::TermId node) {
  const auto statements = graph.about(node);
  if (statements.empty() || ++kept_apart_ > kMostKeptApart) return;
  report_.diagnostics.push_back({"shared-too-large",
                                 Severity::Warning,
                                 {{"node", std::string(graph[node].value)}},
                                 {input.shown, graph.position(statements.front()), {}}});
}

void Run::refuse(const InputFile& input, const Dataset& dataset, std::string_view code) {
  ++refused_;
  file_refused_ = true;
  report_.diagnostics.push_back({std::string(code),
                                 Severity::Error,
                                 {{"dataset", shown_name(dataset)}},
                                 {input.shown, first_position(dataset), {}}});
}

/// Into the index at once, so that the graph need not be read back; it is committed after the
/// store. Whatever goes wrong here stops the run: the index must not claim a change it does not
/// have.
void Run::apply(PutResult result, const Dataset* dataset) {
  if (!result.changed) return;
  try {
    if (result.joined)
      index_.put(result.record,
                 canonical(dataset_of(std::move(*result.joined), result.record.iri)).dataset);
    else
      index_.put(result.record, *dataset);
  } catch (const std::exception& error) {
    throw Error(ErrorCode::Io, "the index cannot take " + result.record.id + ": " + error.what());
  }
}

void Run::batch() {
  store_.commit();
  const auto pause = Clock::now() - last_commit_;
  if (pause < kShortestPause) return;
  if (pause >= kLongestPause || index_.pending_bytes() >= kMaxPendingBytes) commit();
}

void Run::commit() {
  index_.commit(store_.last_sequence());
  last_commit_ = Clock::now();
}

void Run::prune() {
  if (options_.prune == Prune::No) return;
  using Result = IngestReport::PruneResult;
  if (report_.failed_files > 0) {
    report_.prune = Result::FilesFailed;
    return;
  }
  report_.prunable = store_.prunable();
  if (report_.prunable.missing * 2 > report_.prunable.listed && options_.prune != Prune::Force) {
    report_.prune = Result::TooMany;
    return;
  }
  StoreWriter::Pruned pruned = store_.prune();
  store_.commit();
  const StoreReader stored(options_.data);
  for (const std::uint32_t number : pruned.withdrawn)
    index_.remove(number, stored.record(number).value().withdrawn);
  for (PutResult& remade : pruned.remade) apply(std::move(remade), nullptr);
  report_.prune = Result::Done;
}

void Run::show(IngestProgress::Stage stage) {
  if (!progress_) return;
  shown_.stage = stage;
  progress_(shown_);
}

}  // namespace

IngestReport ingest(const IngestOptions& options, const Vocabularies& vocabularies,
                    const ProgressSink& progress) {
  if (options.paths.empty()) throw Error(ErrorCode::BadUsage, "no file or folder given");
  const WriteLock lock(options.data, "ingest");
  return Run(options, vocabularies, progress)();
}

void rebuild(const std::filesystem::path& data, const Vocabularies& vocabularies,
             const ProgressSink& progress) {
  const StoreReader reader(data);
  const WriteLock lock(data, "rebuild");
  IndexWriter index = IndexWriter::new_generation(data, vocabularies);
  catch_up(reader, index, [&](std::size_t done, std::size_t all) {
    IngestProgress now;
    now.stage = IngestProgress::Stage::CatchingUp;
    now.bytes_done = done;
    now.bytes = all;
    if (progress) progress(now);
  });
  index.publish();
}

}  // namespace pinakes
