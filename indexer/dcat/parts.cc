// The larger parts of a dataset that pages show whole: contacts, variables, distributions.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "indexer/base/text.h"
#include "indexer/dcat/node_text.h"
#include "indexer/dcat/values.h"

namespace pinakes {
namespace {

using rdf::Graph;
using rdf::TermId;

void add_once(std::vector<std::string>& to, std::string_view text) {
  if (!text.empty() && std::find(to.begin(), to.end(), text) == to.end()) to.emplace_back(text);
}

std::string_view without_scheme(std::string_view text, std::string_view scheme) {
  return text.substr(0, scheme.size()) == scheme ? text.substr(scheme.size()) : text;
}

bool is_web_address(std::string_view text) {
  return text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://";
}

/// Real files put e-mail addresses as mailto: IRIs and as literals, and pages in either.
void add_address(Contact& contact, std::string_view text) {
  text = trim(text);
  if (is_web_address(text))
    add_once(contact.pages, text);
  else if (text.find('@') != std::string_view::npos)
    add_once(contact.emails, without_scheme(text, "mailto:"));
}

constexpr std::array kAddresses = {vcard::kHasEmail,        vcard::kHasUrl, cv::kEmail,
                                   cv::kContactPage,        foaf::kMbox,    foaf::kHomepage,
                                   foaf::kWorkplaceHomepage};
constexpr std::array kTelephones = {vcard::kHasTelephone, cv::kTelephone};

/// Telephones hang below a node of their own in some files (vcard:hasValue).
void add_telephone(const Graph& graph, TermId object, Contact& contact) {
  if (const auto value = graph.object(object, vcard::kHasValue)) object = *value;
  if (!is_anonymous(graph[object]))
    add_once(contact.telephones, without_scheme(trim(graph[object].value), "tel:"));
}

void add_contact(const Graph& graph, TermId node, Contact& contact) {
  if (contact.names.empty()) contact.names = names_of(graph, node);
  for (const std::string_view predicate : kAddresses)
    for (TermId object : graph.objects(node, predicate)) {
      if (const auto value = graph.object(object, vcard::kHasValue)) object = *value;
      add_address(contact, graph[object].value);
    }
  for (const std::string_view predicate : kTelephones)
    for (const TermId object : graph.objects(node, predicate))
      add_telephone(graph, object, contact);
}

bool says_anything(const Contact& contact) {
  return !contact.names.empty() || !contact.emails.empty() || !contact.pages.empty() ||
         !contact.telephones.empty();
}

void add_columns(const Graph& graph, TermId table, std::vector<Variable>& into) {
  const std::vector<Literal> titles = literals_of(graph, table, dct::kTitle);
  const Literal* title = best_literal(titles, "en");
  for (const TermId column : objects_in_order(graph, table, csvw::kColumn)) {
    Variable variable;
    if (title != nullptr) variable.table = title->text;
    const auto text_of = [&](std::string_view predicate) -> std::string {
      const auto object = graph.object(column, predicate);
      return object ? std::string(trim(graph[*object].value)) : std::string();
    };
    variable.name = text_of(csvw::kName);
    variable.datatype = text_of(csvw::kDatatype);
    variable.property_url = text_of(csvw::kPropertyUrl);
    variable.titles = literals_of_first(graph, column, std::array{csvw::kTitle, csvw::kTitles});
    variable.descriptions = literals_of(graph, column, dct::kDescription);
    into.push_back(std::move(variable));
  }
}

std::vector<std::string> addresses(const Graph& graph, TermId node, std::string_view predicate) {
  std::vector<std::string> found;
  for (const TermId object : objects_in_order(graph, node, predicate))
    if (!is_anonymous(graph[object])) add_once(found, trim(graph[object].value));
  return found;
}

std::int64_t byte_size(const Graph& graph, TermId node) {
  const auto object = graph.object(node, dcat::kByteSize);
  if (!object) return -1;
  // DCAT 2 has decimals here ("1024.0"): the whole part is what is meant.
  const std::string_view text = trim(graph[*object].value);
  std::int64_t size = -1;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), size);
  return problem == std::errc{} && size >= 0 ? size : -1;
}

/// The values of a field below a distribution: the path's last step from this node.
std::vector<Value> values_below(const Dataset& dataset, TermId node,
                                std::initializer_list<std::string_view> predicates, Field field,
                                const Vocabularies& vocabularies) {
  std::size_t row = 0;
  field.paths = {};
  for (const std::string_view predicate : predicates) field.paths.at(row++) = {predicate};
  return values_at(dataset.graph, node, field, vocabularies);
}

Distribution read_distribution(const Dataset& dataset, TermId node, Distribution::Role role,
                               const Vocabularies& vocabularies) {
  const Graph& graph = dataset.graph;
  Distribution part;
  part.role = role;
  part.titles = literals_of(graph, node, dct::kTitle);
  part.descriptions = literals_of(graph, node, dct::kDescription);
  part.access_urls = addresses(graph, node, dcat::kAccessUrl);
  part.download_urls = addresses(graph, node, dcat::kDownloadUrl);
  part.formats = values_below(dataset, node, {dct::kFormat, dcat::kMediaType},
                              *find_field("file_format"), vocabularies);
  part.licences =
      values_below(dataset, node, {dct::kLicense}, *find_field("licence"), vocabularies);
  part.byte_size = byte_size(graph, node);
  return part;
}

}  // namespace

std::vector<Contact> contacts(const Dataset& dataset, const Field& field) {
  const Graph& graph = dataset.graph;
  std::vector<Contact> found;
  for (const Path& path : field.paths) {
    if (path[0].empty()) break;
    for (const TermId node : objects_in_order(graph, dataset.node, path[0])) {
      if (graph[node].kind == rdf::TermKind::Literal) continue;
      Contact contact;
      contact.names = names_of(graph, node);
      for (const std::string_view predicate : {cv::kContactPoint, dcat::kContactPoint})
        for (const TermId point : graph.objects(node, predicate))
          add_contact(graph, point, contact);
      add_contact(graph, node, contact);
      if (says_anything(contact)) found.push_back(std::move(contact));
    }
    if (!found.empty()) break;
  }
  return found;
}

std::vector<Variable> variables(const Dataset& dataset) {
  std::vector<Variable> found;
  for (const TermId group :
       objects_in_order(dataset.graph, dataset.node, healthdcatap::kHasVariables)) {
    for (const TermId table : objects_in_order(dataset.graph, group, csvw::kTable))
      add_columns(dataset.graph, table, found);
    add_columns(dataset.graph, group, found);  // a lone csvw:Table in the place of the group
  }
  return found;
}

std::vector<Distribution> distributions(const Dataset& dataset, const Vocabularies& vocabularies) {
  constexpr std::pair<std::string_view, Distribution::Role> kRoles[] = {
      {dcat::kDistributionProperty, Distribution::Role::Data},
      {adms::kSample, Distribution::Role::Sample},
      {healthdcatap::kAnalytics, Distribution::Role::Analytics},
  };
  std::vector<Distribution> found;
  for (const auto& [predicate, role] : kRoles)
    for (const TermId node : objects_in_order(dataset.graph, dataset.node, predicate))
      if (dataset.graph[node].kind != rdf::TermKind::Literal)
        found.push_back(read_distribution(dataset, node, role, vocabularies));
  return found;
}

}  // namespace pinakes
