// The English sentence is the key, as in gettext: the parts that throw need not know who reads.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/sentences.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace pinakes {
namespace {
// clang-format off
constexpr auto kSentences = std::to_array<Bilingual>({
    // Addresses.
    {"there is nothing at {1}", "il n’y a rien à l’adresse {1}"},
    {"this address takes {1} only", "cette adresse n’accepte que {1}"},
    {"the path is not plain UTF-8 text", "le chemin n’est pas un texte UTF-8 sans caractère de commande"},
    {"the address is longer than {1} bytes, most of them in parameter '{2}'", "l’adresse dépasse {1} octets, dont la plupart dans le paramètre « {2} »"},
    {"there is no file '{1}'", "il n’y a pas de fichier « {1} »"},
    {"this site has no icon", "ce site n’a pas d’icône"},
    {"there is no problem type '{1}'", "il n’y a pas de type de problème « {1} »"},
    {"see /problems", "voir /problems"},
    // Records.
    {"there is no dataset '{1}'", "il n’y a pas de jeu de données « {1} »"},
    {"search for its title or its identifier", "cherchez son titre ou son identifiant"},
    {"dataset '{1}' was withdrawn by its source '{2}' on {3}", "le jeu de données « {1} » a été retiré par sa source « {2} » le {3}"},
    {"dataset '{1}' has no form '.{2}'; there are {3}", "le jeu de données « {1} » n’existe pas sous la forme « .{2} » ; il existe sous : {3}"},
    {"dataset '{1}' is there as {2}", "le jeu de données « {1} » existe sous : {2}"},
    // Parameters, whatever they are for.
    {"there is no parameter '{1}'", "il n’y a pas de paramètre « {1} »"},
    {"did you mean '{1}'?", "vouliez-vous dire « {1} » ?"},
    {"parameter '{1}' is given more than once", "le paramètre « {1} » est donné plusieurs fois"},
    {"parameter '{1}': given twice", "le paramètre « {1} » est donné plusieurs fois"},
    {"give it once", "donnez-le une seule fois"},
    {"parameter '{1}' is not valid UTF-8", "le paramètre « {1} » n’est pas en UTF-8"},
    {"parameter '{1}': the value is not well-formed UTF-8", "le paramètre « {1} » n’est pas en UTF-8"},
    {"the name of a parameter is not well-formed UTF-8", "le nom d’un paramètre n’est pas en UTF-8"},
    {"encode the address as UTF-8, then percent-encode it", "codez l’adresse en UTF-8, puis avec des signes pour cent"},
    {"parameter '{1}' holds a control character", "le paramètre « {1} » contient un caractère de commande"},
    {"more than 200 parameters in one address", "plus de 200 paramètres dans une adresse"},
    {"parameter '{1}': the value is too long", "paramètre « {1} » : la valeur est trop longue"},
    {"parameter '{1}': too many values", "paramètre « {1} » : trop de valeurs"},
    {"parameter '{1}': expected a whole number, found '{2}'", "paramètre « {1} » : un nombre entier était attendu, non « {2} »"},
    {"parameter '{1}': expected a number from 1 to {2}, found '{3}'", "paramètre « {1} » : un nombre de 1 à {2} était attendu, non « {3} »"},
    {"parameter '{1}': expected a date such as 2020, 2020-05 or 2020-05-31, found '{2}'", "paramètre « {1} » : une date comme 2020, 2020-05 ou 2020-05-31 était attendue, non « {2} »"},
    {"parameter '{1}': expected include or exclude, found '{2}'", "paramètre « {1} » : « include » ou « exclude » était attendu, non « {2} »"},
    {"parameter '{1}': the range ends before it begins", "paramètre « {1} » : l’intervalle finit avant de commencer"},
    // Parameters of a search.
    {"parameter 'q' has {1} bytes, at most {2} are taken", "le paramètre « q » a {1} octets ; {2} au plus sont acceptés"},
    {"parameter 'q': at most {1} bytes, found {2}", "le paramètre « q » a {2} octets ; {1} au plus sont acceptés"},
    {"search with fewer words", "cherchez avec moins de mots"},
    {"parameter 'lang' is no language tag", "le paramètre « lang » n’est pas un code de langue"},
    {"give a BCP 47 tag such as en or fr", "donnez un code BCP 47 tel que en ou fr"},
    {"parameter 'lang': expected a language code such as en or fr, found '{1}'", "paramètre « lang » : un code de langue tel que en ou fr était attendu, non « {1} »"},
    {"parameter 'sort': cannot sort by '{1}'", "paramètre « sort » : on ne peut pas trier par « {1} »"},
    {"parameter 'facets': no facet is called '{1}'", "paramètre « facets » : aucune facette ne s’appelle « {1} »"},
    {"parameter 'page': page x page_size reaches at most {1} results", "paramètre « page » : page × page_size ne va que jusqu’à {1} résultats"},
    {"narrow the search, or sort by a field and follow 'next'", "précisez la recherche, ou triez par un champ et suivez « next »"},
    {"parameter 'cursor': not a cursor of this search", "le paramètre « cursor » n’est pas un curseur de cette recherche"},
    {"start again without it", "recommencez sans lui"},
    {"parameter 'profile' is '{1}'", "le paramètre « profile » est « {1} »"},
    {"leave it out, or give 'original' for the description as its source sent it", "ôtez-le, ou donnez « original » pour la description telle que sa source l’a envoyée"},
    // A catalogue that is not ready.
    {"whoever runs this catalogue finds the command to run at /health/ready",
     "qui exploite ce catalogue trouve la commande à exécuter à l’adresse /health/ready"},
    {"too many searches at once", "trop de recherches en même temps"},
    {"the index changes too fast to be opened", "l’index change trop vite pour être ouvert"},
    {"the index changed three times during the search", "l’index a changé trois fois pendant la recherche"},
    {"try again in a moment", "réessayez dans un instant"},
});
// clang-format on

constexpr std::size_t kSlot = std::string_view("{1}").size();

/// The texts before, between and after the slots.
std::vector<std::string_view> fixed_parts(std::string_view pattern) {
  std::vector<std::string_view> parts;
  for (std::size_t slot = pattern.find('{'); slot != std::string_view::npos;
       slot = pattern.find('{')) {
    parts.push_back(pattern.substr(0, slot));
    pattern.remove_prefix(slot + kSlot);
  }
  parts.push_back(pattern);
  return parts;
}

/// What the sentence has in the slots of the pattern; nothing where it is another sentence.
std::optional<std::vector<std::string_view>> slots_of(std::string_view sentence,
                                                      std::string_view pattern) {
  const std::vector<std::string_view> parts = fixed_parts(pattern);
  if (parts.size() == 1)
    return sentence == pattern ? std::optional(std::vector<std::string_view>{}) : std::nullopt;
  if (!sentence.starts_with(parts.front())) return std::nullopt;
  sentence.remove_prefix(parts.front().size());
  if (!sentence.ends_with(parts.back())) return std::nullopt;
  sentence.remove_suffix(parts.back().size());
  std::vector<std::string_view> slots;
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    const std::size_t at = sentence.find(parts[i]);
    if (at == std::string_view::npos) return std::nullopt;
    slots.push_back(sentence.substr(0, at));
    sentence.remove_prefix(at + parts[i].size());
  }
  slots.push_back(sentence);
  return slots;
}

std::string filled(std::string_view pattern, const std::vector<std::string_view>& slots) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t slot = std::min(pattern.find('{'), pattern.size());
    out += pattern.substr(0, slot);
    pattern.remove_prefix(slot);
    if (pattern.empty()) break;
    out += slots.at(static_cast<std::size_t>(pattern[1] - '1'));
    pattern.remove_prefix(kSlot);
  }
  return out;
}
}  // namespace

std::span<const Bilingual> error_sentences() { return kSentences; }

std::string in_language(std::string_view english, std::string_view lang) {
  if (lang != "fr") return std::string(english);
  for (const Bilingual& row : kSentences)
    if (const auto slots = slots_of(english, row.en)) return filled(row.fr, *slots);
  return std::string(english);
}

Problem in_language(Problem problem, std::string_view lang) {
  problem.detail = in_language(problem.detail, lang);
  problem.hint = in_language(problem.hint, lang);
  for (Problem::Fault& fault : problem.errors) fault.detail = in_language(fault.detail, lang);
  return problem;
}

}  // namespace pinakes
