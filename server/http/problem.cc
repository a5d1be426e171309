// Problem types and their JSON.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/problem.h"

#include <array>
#include <nlohmann/json.hpp>

namespace pinakes {
namespace {
// clang-format off
constexpr auto kProblemTypes = std::to_array<ProblemType>({
    {"bad-request", 400, {"Bad request", "Requête incorrecte"},
     {"A parameter or the address is not as expected. The answer names the parameter and says what would be right.",
      "Un paramètre ou l’adresse n’est pas conforme. La réponse nomme le paramètre et dit ce qui conviendrait."}},
    {"not-found", 404, {"Not found", "Introuvable"},
     {"There is nothing at this address, and there has been no such dataset in this catalogue.",
      "Il n’y a rien à cette adresse et ce catalogue n’a jamais contenu ce jeu de données."}},
    {"method-not-allowed", 405, {"Method not allowed", "Méthode non autorisée"},
     {"The address exists, but not for this method. The Allow header lists the methods it takes.",
      "L’adresse existe, mais pas pour cette méthode. L’en-tête Allow énumère les méthodes admises."}},
    {"not-acceptable", 406, {"Not acceptable", "Aucune forme acceptable"},
     {"The dataset exists in other forms than those the Accept header names. The answer lists them.",
      "Le jeu de données existe sous d’autres formes que celles de l’en-tête Accept. La réponse les énumère."}},
    {"gone", 410, {"Withdrawn", "Retiré"},
     {"The dataset was in the catalogue, and its source has withdrawn it. The answer gives the date.",
      "Le jeu de données figurait au catalogue ; sa source l’a retiré. La réponse donne la date."}},
    {"payload-too-large", 413, {"Request body too large", "Corps de requête trop volumineux"},
     {"The body of the request is larger than this server takes.",
      "Le corps de la requête dépasse ce que ce serveur accepte."}},
    {"uri-too-long", 414, {"Address too long", "Adresse trop longue"},
     {"The address is longer than this server takes. Use fewer filters or a shorter query.",
      "L’adresse dépasse la longueur admise. Utilisez moins de filtres ou une requête plus courte."}},
    {"unsupported-media-type", 415, {"Unsupported media type", "Type de contenu non pris en charge"},
     {"The body of the request is of a type or encoding that this address does not read.",
      "Le corps de la requête est d’un type ou d’un codage que cette adresse ne lit pas."}},
    {"headers-too-large", 431, {"Request headers too large", "En-têtes de requête trop volumineux"},
     {"The headers of the request are longer or more numerous than this server takes.",
      "Les en-têtes de la requête sont plus longs ou plus nombreux que ce que ce serveur accepte."}},
    {"index-missing", 503, {"No catalogue yet", "Pas encore de catalogue"},
     {"No dataset has been loaded into this catalogue yet, or its index has not been built.",
      "Aucun jeu de données n’a encore été chargé dans ce catalogue, ou son index n’est pas construit."}},
    {"index-outdated", 503, {"The index must be rebuilt", "L’index doit être reconstruit"},
     {"The index was written by another version of the program. The operator has to rebuild it.",
      "L’index a été écrit par une autre version du programme. L’exploitant doit le reconstruire."}},
    {"store-newer", 503, {"The catalogue is newer than the server", "Le catalogue est plus récent que le serveur"},
     {"The catalogue was written by a newer version of the program. The operator has to update the server.",
      "Le catalogue a été écrit par une version plus récente du programme. L’exploitant doit mettre le serveur à jour."}},
    {"busy", 503, {"Too busy", "Serveur occupé"},
     {"All search slots are in use. Try again after the time that the Retry-After header gives.",
      "Toutes les recherches simultanées sont prises. Réessayez après le délai de l’en-tête Retry-After."}},
    {"locked", 503, {"Locked", "Verrouillé"},
     {"Another process is writing to the catalogue.",
      "Un autre processus écrit dans le catalogue."}},
    {"io", 500, {"Storage problem", "Problème de stockage"},
     {"The server could not read its files. The log of the server says more.",
      "Le serveur n’a pas pu lire ses fichiers. Son journal en dit plus."}},
    {"internal", 500, {"Internal error", "Erreur interne"},
     {"Something went wrong in the server. Give the request id to the operator.",
      "Une erreur s’est produite dans le serveur. Communiquez l’identifiant de requête à l’exploitant."}},
});
// clang-format on
}  // namespace

std::span<const ProblemType> problem_types() { return kProblemTypes; }

const ProblemType& problem_type(std::string_view name) {
  for (const ProblemType& type : kProblemTypes)
    if (type.name == name) return type;
  return kProblemTypes.back();
}

Problem problem_of(const Error& error) {
  const ErrorKind& kind = error_kind(error.code());
  Problem problem;
  problem.status = kind.http_status;
  const ProblemType& type = problem_type(kind.name);
  problem.name = type.status == kind.http_status ? type.name
                 : kind.http_status < 500        ? "bad-request"
                                                 : "internal";
  // What failed inside the server is for its log: file names and library texts stay there.
  if (kind.http_status == 500) return problem;
  problem.detail = error.what();
  problem.hint = error.hint();
  if (!error.parameter().empty()) problem.errors.push_back({error.parameter(), error.what()});
  if (error.code() == ErrorCode::Busy) problem.headers.emplace_back("Retry-After", "1");
  if (kind.http_status == 503 && error.code() != ErrorCode::Busy)
    problem.headers.emplace_back("Retry-After", "30");
  return problem;
}

Problem internal_problem() {
  Problem problem;
  problem.name = "internal";
  return problem;
}

Response problem_json(const Problem& problem, std::string_view instance,
                      std::string_view request_id, std::string_view lang) {
  const ProblemType& type = problem_type(problem.name);
  nlohmann::ordered_json body;
  body["type"] = "/problems/" + std::string(type.name);
  body["title"] = type.title.in(lang);
  body["status"] = problem.status;
  body["detail"] = problem.detail.empty() ? std::string(type.explanation.in(lang)) : problem.detail;
  if (!problem.hint.empty()) body["hint"] = problem.hint;
  body["instance"] = instance;
  body["request_id"] = request_id;
  if (!problem.errors.empty()) {
    auto errors = nlohmann::ordered_json::array();
    for (const Problem::Fault& fault : problem.errors)
      errors.push_back({{"parameter", fault.parameter}, {"detail", fault.detail}});
    body["errors"] = std::move(errors);
  }
  Response response;
  response.status = problem.status;
  response.type = kProblemMediaType;
  response.body =
      body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  response.headers = problem.headers;
  response.set("Content-Language", lang == "fr" ? "fr" : "en");
  return response;
}

}  // namespace pinakes
