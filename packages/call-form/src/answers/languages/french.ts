import type { HeardWords } from "../heard-words.ts";

export const french: HeardWords = {
  fillers: ["s'il vous plaît", "s'il te plaît", "svp", "euh", "ben", "bon", "alexa"],
  persons: [
    ...["une personne", "personne", "une vraie personne", "vraie personne", "un humain", "humain"],
    ...["une humaine", "un vrai humain", "un être humain", "être humain", "un agent", "agent"],
    ...["une agente", "agente", "l'agent", "un préposé", "préposé", "une préposée", "préposée"],
    ...["le préposé", "un opérateur", "opérateur", "une opératrice", "opératrice", "l'opératrice"],
    ...["un téléphoniste", "une téléphoniste", "téléphoniste", "un représentant", "représentant"],
    ...["une représentante", "représentante", "un conseiller", "conseiller", "une conseillère"],
    ...["conseillère", "quelqu'un", "le service à la clientèle", "service à la clientèle"],
    "service client",
  ],
  personWishes: [
    ...[
      "parler à",
      "parler avec",
      "à",
      "avec",
      "je veux",
      "je veux parler à",
      "je veux parler avec",
    ],
    ...["je voudrais", "je voudrais parler à", "je voudrais parler avec", "j'aimerais parler à"],
    ...[
      "j'aimerais parler avec",
      "j'ai besoin de parler à",
      "j'ai besoin d'",
      "besoin de parler à",
    ],
    ...["laisse-moi parler à", "laissez-moi parler à", "est-ce que je peux parler à"],
    ...["je peux parler à", "puis-je parler à", "passe-moi", "passez-moi", "donne-moi"],
    ...["mets-moi en communication avec", "mettez-moi en communication avec", "donnez-moi"],
    ...["transfère-moi à", "transférez-moi à", "transfère-moi avec", "appelle", "appeler"],
  ],
  refusals: [
    ...["non", "non merci", "pas question", "passe", "saute", "saute ça", "suivant", "aucun"],
    ...["aucune", "rien", "pas de nom", "laisse faire", "laissez faire", "laisse tomber"],
    ...["je ne sais pas", "je sais pas", "sais pas", "j'en ai pas", "je n'en ai pas"],
    ...["je ne veux pas", "je veux pas", "je veux pas le dire", "je ne veux pas le dire"],
    ...["j'aime mieux pas", "je préfère ne pas le dire", "ça te regarde pas", "anonyme"],
    ...["pourquoi", "inconnu"],
  ],
  noNames: [
    ...["quoi", "comment", "hein", "pardon", "excusez-moi", "excuse-moi", "désolé", "désolée"],
    ...["bonjour", "allô", "salut", "oui", "ouais", "ok", "okay", "d'accord", "correct", "merci"],
    ...["arrête", "stop", "annule", "annuler", "quitter", "aide", "aide-moi", "répète", "qui"],
    ...["quand", "où", "attends", "attendez", "un moment", "une minute", "prénom", "nom"],
    ...["mon nom", "mon prénom", "le nom", "le prénom", "ça", "moi", "toi", "vous", "ferme-la"],
    ...["qu'est-ce que tu dis", "tu dis quoi", "au revoir", "bye"],
  ],
  swearWords: [
    ...["tabarnak", "tabarnac", "tabarnouche", "câlisse", "câlice", "crisse", "criss", "ostie"],
    ...["osti", "hostie", "esti", "ciboire", "viarge", "sacrament", "maudit", "maudite", "merde"],
    ...["marde", "putain", "connard", "connasse", "fuck"],
  ],
  nameWords: [
    ...["rose", "marguerite", "violette", "olive", "pierre", "aimé", "fleur", "prudence"],
    ...["constance", "victoire", "france", "clément", "juste", "colombe", "marine", "parfait"],
    ...["noël", "pascal", "désiré", "océane", "angèle", "reine", "blanche", "claire"],
  ],
};
