// A dump too large for memory, cut into windows where no dataset reaches across the cut.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/dump.h"

#include <algorithm>
#include <array>
#include <list>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/base/error.h"
#include "indexer/base/iri.h"
#include "indexer/dcat/dataset.h"
#include "indexer/ingest/dump_cut.h"
#include "indexer/rdf/formats.h"
#include "indexer/rdf/ntriples_writer.h"
#include "indexer/rdf/term_table.h"
#include "indexer/store/stored_graph.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {

using rdf::TermId;

constexpr std::size_t kRemembered = 4'000'000;  // hashes of IRIs, of each kind
constexpr std::size_t kLostRemembered = 100'000;

constexpr std::size_t index_of(TermId id) { return static_cast<std::size_t>(id); }

std::string line_of(const rdf::Graph& graph, const rdf::Triple& triple) {
  return rdf::to_ntriples(graph[triple.subject]) + ' ' + rdf::to_ntriples(graph[triple.predicate]) +
         ' ' + rdf::to_ntriples(graph[triple.object]) + " .\n";
}

void read_lines_into(const std::string& lines, rdf::Graph& graph) {
  Diagnostics found;
  rdf::format_named("ntriples")->read({lines, {}, "dump"}, graph, found);
}

/// What is known of a node outside the window.
struct Shared {
  std::vector<std::pair<std::string, bool>> lines;  // N-Triples; whether a dataset reached it
  std::vector<std::string> objects;                 // IRIs in it
  std::size_t bytes = 0;
  bool lost = false;
  std::list<std::string>::iterator age;
};

}  // namespace

struct DumpWindows::Impl {
  Impl(const DumpLimits& given, std::string name, Take taker, Earlier before)
      : limits(given), file(std::move(name)), take(std::move(taker)), earlier(std::move(before)) {}

  const DumpLimits& limits;
  std::string file;
  Take take;
  Earlier earlier;

  rdf::Graph terms;  // its table only
  std::vector<DumpStatement> statements;
  std::size_t next_try = limits.window;
  std::unordered_map<std::string, Shared> shared;
  std::list<std::string> ages;  // oldest first
  std::size_t shared_bytes = 0;
  std::unordered_set<std::uint64_t> taken, dropped, undescribed, blanks;
  std::unordered_set<std::string> lost;
  rdf::Graph leftovers;
  std::size_t leftover_count = 0, leftovers_lost = 0, windows = 0;
  struct Missing {
    std::size_t count = 0;
    std::string node;
    Position where;
    void add(std::string_view iri, Position at) {
      if (count++ == 0) node = iri, where = at;
    }
  };
  Missing missing_shared, scattered;

  static std::uint64_t hash(const rdf::Term& term) { return rdf::hash_term(term); }
  static void remember(std::unordered_set<std::uint64_t>& set, std::uint64_t hash) {
    if (set.size() < kRemembered) set.insert(hash);
  }

  std::vector<bool> not_followed() const {
    std::vector<bool> marks(terms.term_count());
    for (const std::string_view iri : dataset_lists())
      if (const auto id = terms.find_iri(iri)) marks[index_of(*id)] = true;
    return marks;
  }
  std::vector<DumpNode> nodes() const;
  void cut(std::size_t count);
  std::vector<std::string> describe(rdf::Graph& window, const std::vector<DumpNode>& kinds,
                                    std::size_t count);
  void bring_shared(rdf::Graph& window);
  void keep(const std::vector<std::string>& described, const rdf::Graph& window,
            const rdf::Graph& unreached);
  void make_room();
  void leave(const std::string& line);
  void carry_over(std::size_t count);
};

/// By type; a dataset of an earlier window is one whatever is said of it here.
std::vector<DumpNode> DumpWindows::Impl::nodes() const {
  std::vector<DumpNode> kinds(terms.term_count());
  const auto type = terms.find_iri(rdf_ns::kType);
  std::vector<DumpNode> class_of(terms.term_count());
  for (const ClassRoleOf& known : class_roles())
    if (const auto id = terms.find_iri(known.type))
      class_of[index_of(*id)] =
          known.role == ClassRole::Dataset ? DumpNode::Dataset : DumpNode::Stop;
  for (const auto& [triple, where] : statements) {
    DumpNode& kind = kinds[index_of(triple.subject)];
    if (type && triple.predicate == *type)
      kind = std::max(kind, class_of[index_of(triple.object)]);
    else if (kind == DumpNode::Plain && !taken.empty() &&
             taken.contains(hash(terms[triple.subject])))
      kind = DumpNode::Dataset;
  }
  return kinds;
}

/// Puts the statements into the window; gives the IRIs that are described in them and followed.
std::vector<std::string> DumpWindows::Impl::describe(rdf::Graph& window,
                                                     const std::vector<DumpNode>& kinds,
                                                     std::size_t count) {
  std::vector<std::string> described;
  std::vector<bool> seen(terms.term_count());
  std::unordered_set<std::uint64_t> new_blanks;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& [triple, where] = statements[i];
    const rdf::Term& object = terms[triple.object];
    if (object.kind == rdf::TermKind::Blank && !seen[index_of(triple.object)] &&
        blanks.contains(hash(object)))
      scattered.add("_:" + std::string(object.value), where);
    window.statement(terms[triple.subject], terms[triple.predicate], terms[triple.object], where);
    const std::size_t subject = index_of(triple.subject);
    const rdf::Term& term = terms[triple.subject];
    if (seen[subject]) continue;
    seen[subject] = true;
    const std::uint64_t id = hash(term);
    if (term.kind == rdf::TermKind::Blank) {
      if (blanks.contains(id)) scattered.add("_:" + std::string(term.value), where);
      remember(new_blanks, id);
      continue;
    }
    if (kinds[subject] == DumpNode::Plain && !is_genid(term.value)) {
      described.emplace_back(term.value);
      if (undescribed.erase(id) > 0) scattered.add(term.value, where);
    } else if (kinds[subject] == DumpNode::Dataset && !taken.insert(id).second) {
      const std::string iri(term.value);
      if (const auto before = earlier(iri))
        join(window, *before, "w" + std::to_string(windows) + "-");
      else
        scattered.add(iri, where);
    }
  }
  for (const std::uint64_t id : new_blanks) remember(blanks, id);
  return described;
}

/// Descriptions from earlier windows of what this one names.
void DumpWindows::Impl::bring_shared(rdf::Graph& window) {
  for (std::size_t id = 0; id < window.term_count(); ++id) {  // grows as they come
    const rdf::Term& term = window[static_cast<TermId>(id)];
    if (term.kind == rdf::TermKind::Literal) continue;
    if (!lost.empty() && lost.contains(rdf::to_ntriples(term))) window.lost(term);
    if (term.kind != rdf::TermKind::Iri) continue;
    const auto found = shared.find(std::string(term.value));
    if (found == shared.end()) continue;
    ages.splice(ages.end(), ages, found->second.age);
    std::string lines;
    for (const auto& [line, reached] : found->second.lines) lines += line;
    read_lines_into(lines, window);
  }
}

void DumpWindows::Impl::leave(const std::string& line) {
  if (++leftover_count > limits.leftovers)
    ++leftovers_lost;
  else
    read_lines_into(line, leftovers);
}

/// Keeps what is short for later windows; what no dataset reached and is not kept is left over.
void DumpWindows::Impl::keep(const std::vector<std::string>& described, const rdf::Graph& window,
                             const rdf::Graph& unreached) {
  std::unordered_set<std::string> open, kept;
  for (const rdf::Triple& triple : unreached.triples()) open.insert(line_of(unreached, triple));
  const auto keep_one = [&](const std::string& iri) {
    Shared entry;
    std::vector<TermId> walk{*window.find_iri(iri)};
    for (std::size_t next = 0; next < walk.size() && entry.bytes <= limits.shared_each; ++next)
      for (const rdf::Triple& triple : window.about(walk[next])) {
        std::string line = line_of(window, triple);
        entry.bytes += line.size() + 64;
        const bool reached = !open.contains(line);
        entry.lines.emplace_back(std::move(line), reached);
        if (window[triple.object].kind == rdf::TermKind::Blank &&
            std::find(walk.begin(), walk.end(), triple.object) == walk.end())
          walk.push_back(triple.object);
      }
    const auto before = shared.find(iri);
    if (before != shared.end()) {
      for (auto& [line, reached] : entry.lines)
        for (const auto& [old, was_reached] : before->second.lines)
          if (old == line) reached = reached || was_reached;
      shared_bytes -= before->second.bytes;
      ages.erase(before->second.age);
      shared.erase(before);
    }
    if (entry.bytes > limits.shared_each) return remember(dropped, hash(rdf::iri(iri)));
    for (const auto& [line, reached] : entry.lines) kept.insert(line);
    shared_bytes += entry.bytes;
    entry.age = ages.insert(ages.end(), iri);
    shared.emplace(iri, std::move(entry));
  };
  std::set<std::string> done;
  for (const std::string& iri : described)
    if (done.insert(iri).second) keep_one(iri);
  // What was brought from earlier windows may be reached now.
  for (std::size_t id = 0; id < window.term_count(); ++id) {
    const rdf::Term& term = window[static_cast<TermId>(id)];
    if (term.kind != rdf::TermKind::Iri || shared.empty()) continue;
    const std::string iri(term.value);
    if (!done.contains(iri) && shared.contains(iri)) keep_one(iri);
  }
  for (const std::string& line : open)
    if (!kept.contains(line)) leave(line);
  make_room();
}

void DumpWindows::Impl::make_room() {
  while (shared_bytes > limits.shared_bytes && !ages.empty()) {
    const auto oldest = shared.find(ages.front());
    for (const auto& [line, reached] : oldest->second.lines)
      if (!reached) leave(line);
    shared_bytes -= oldest->second.bytes;
    remember(dropped, hash(rdf::iri(oldest->first)));
    shared.erase(oldest);
    ages.pop_front();
  }
}

void DumpWindows::Impl::cut(std::size_t count) {
  ++windows;
  const std::vector<DumpNode> kinds = nodes();
  const std::vector<bool> skipped = not_followed();
  rdf::Graph window;
  const std::vector<std::string> described = describe(window, kinds, count);
  bring_shared(window);
  window.finish();
  for (std::size_t i = 0; i < count; ++i) {
    const auto& [triple, where] = statements[i];
    const rdf::Term& object = terms[triple.object];
    if (object.kind != rdf::TermKind::Iri || skipped[index_of(triple.predicate)] ||
        kinds[index_of(triple.object)] != DumpNode::Plain ||
        kinds[index_of(triple.subject)] == DumpNode::Stop ||
        !window.about(*window.find(object)).empty())
      continue;
    if (dropped.contains(hash(object)))
      missing_shared.add(object.value, where);
    else
      remember(undescribed, hash(object));
  }
  keep(described, window, take(window));
  carry_over(count);
}

void DumpWindows::Impl::carry_over(std::size_t count) {
  rdf::Graph rest_terms;
  std::vector<DumpStatement> rest;
  rest.reserve(statements.size() - count);
  for (std::size_t i = count; i < statements.size(); ++i) {
    const auto& [triple, where] = statements[i];
    rest.push_back(
        {{rest_terms.intern(terms[triple.subject]), rest_terms.intern(terms[triple.predicate]),
          rest_terms.intern(terms[triple.object])},
         where});
  }
  terms = std::move(rest_terms);
  statements = std::move(rest);
  next_try = statements.size() + limits.window;
}

DumpWindows::DumpWindows(const DumpLimits& limits, std::string file, Take take, Earlier earlier)
    : impl_(std::make_unique<Impl>(limits, std::move(file), std::move(take), std::move(earlier))) {}
DumpWindows::~DumpWindows() = default;

void DumpWindows::statement(const rdf::Term& subject, const rdf::Term& predicate,
                            const rdf::Term& object, Position where) {
  Impl& in = *impl_;
  in.statements.push_back(
      {{in.terms.intern(subject), in.terms.intern(predicate), in.terms.intern(object)}, where});
  if (in.statements.size() < in.next_try) return;
  const std::size_t place = find_cut(in.statements, in.terms, in.nodes(), in.not_followed());
  if (place > 0) return in.cut(place);
  if (in.statements.size() > in.limits.largest_window)
    throw Error(ErrorCode::InputUnreadable,
                "in " + std::to_string(in.limits.largest_window) +
                    " statements there is no place where one dataset ends and another begins");
  in.next_try = in.statements.size() * 2;
}

void DumpWindows::lost(const rdf::Term& subject) {
  if (impl_->lost.size() < kLostRemembered) impl_->lost.insert(rdf::to_ntriples(subject));
}

rdf::Graph DumpWindows::finish(Diagnostics& found) {
  Impl& in = *impl_;
  if (!in.statements.empty()) in.cut(in.statements.size());
  for (const auto& [iri, entry] : in.shared)
    for (const auto& [line, reached] : entry.lines)
      if (!reached) in.leave(line);
  const auto say = [&](std::string_view code, const Impl::Missing& what) {
    if (what.count > 0)
      found.push_back({std::string(code),
                       Severity::Warning,
                       {{"count", std::to_string(what.count)}, {"node", what.node}},
                       {in.file, what.where, {}}});
  };
  say("dump-shared-dropped", in.missing_shared);
  say("dump-scattered", in.scattered);
  say("dump-leftovers-dropped", {in.leftovers_lost, {}, {}});
  in.leftovers.finish();
  return std::move(in.leftovers);
}

}  // namespace pinakes
