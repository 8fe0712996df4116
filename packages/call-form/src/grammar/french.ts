import type { FieldKind } from "../form/field.ts";
import type { Noun } from "../sentences/language-words.ts";
import {
  crossed,
  type FieldPhrases,
  type Grammar,
  type ReasonPhrases,
  shortestFirst,
} from "./grammar.ts";

// "demande à … d'appeler …" reaches the skill as "appeler …" or with the "d'"; "dis à … appelle …" as "appelle …".
const verbs = ["appelle", "appeler", "d'appeler"];
const talk = ["parler à {…}", "parler au {…}", "parler aux {…}"];

const reason: ReasonPhrases = {
  wishes: [
    ...crossed(verbs, ["{…}", "pour {…}"]),
    ...crossed(verbs, ["au sujet de {…}", "à propos de {…}", "quelqu'un pour {…}"]),
    ...crossed(verbs, ["quelqu'un au sujet de {…}", "le service de {…}", "le service des {…}"]),
    ...crossed(verbs, ["l'équipe de {…}", "l'équipe des {…}"]),
    ...crossed(
      ["fais un appel", "faire un appel", "de faire un appel"],
      ["pour {…}", "au sujet de {…}"],
    ),
    ...["joindre {…}", "de joindre {…}", "mets-moi en communication avec {…}"],
    ...["mettre en communication avec {…}", "me mettre en communication avec {…}"],
    ...["passe-moi {…}", "transfère-moi à {…}", "transfère-moi aux {…}"],
    ...talk,
    ...[
      "parler au service de {…}",
      "parler à quelqu'un de {…}",
      "parler à quelqu'un au sujet de {…}",
    ],
    ...crossed(
      ["je veux", "je voudrais", "j'aimerais"],
      ["appeler {…}", "appeler pour {…}", ...talk],
    ),
    ...crossed(["je veux", "je voudrais", "j'aimerais"], ["parler à quelqu'un au sujet de {…}"]),
    ...["je dois appeler {…}", "j'ai besoin d'appeler {…}", "j'ai besoin de parler à {…}"],
  ],
  joined: crossed(verbs, ["{…}", "pour {…}"]),
  statements: [
    ...["j'appelle pour {…}", "j'appelle au sujet de {…}", "c'est au sujet de {…}"],
    ...["j'ai une question sur {…}", "j'ai un problème avec {…}"],
  ],
  others: [
    ...["j'ai besoin d'aide avec {…}", "j'ai besoin d'aide pour {…}", "aide-moi avec {…}"],
    ...["j'ai une question au sujet de {…}", "j'ai une question à propos de {…}"],
    ...["j'appelle à propos de {…}", "c'est au sujet du {…}", "c'est au sujet {…}"],
    ...["c'est à propos de {…}", "c'est à propos du {…}", "c'est concernant {…}"],
    ...["au sujet de {…}", "à propos de {…}", "concernant {…}"],
    ...["la raison est {…}", "le motif est {…}"],
    ...["non c'est au sujet de {…}", "non c'est à propos de {…}", "non c'est concernant {…}"],
    ...["non la raison est {…}", "non j'appelle pour {…}", "non je voulais dire {…}"],
    ...["en fait c'est au sujet de {…}", "en fait c'est pour {…}", "change la raison pour {…}"],
  ],
  tails: ["j'appelle pour {…}", "j'appelle au sujet de {…}", "et j'appelle pour {…}"],
  answers: [
    ...["{…}", "c'est {…}", "c'est pour {…}", "c'est à cause de {…}", "j'ai besoin de {…}"],
    ...["je veux {…}", "pour {…}", "je pense que c'est {…}", "{…} s'il te plaît"],
    "{…} s'il vous plaît",
  ],
};

const name: FieldPhrases = {
  statements: [
    ...["je m'appelle {…}", "ici {…}", "mon nom est {…}", "mon prénom est {…}", "je suis {…}"],
    "moi c'est {…}",
  ],
  others: [],
  tails: ["de la part de {…}", "ici {…}", "je m'appelle {…}"],
  answers: [
    ...["{…}", "c'est {…}", "appelle-moi {…}", "appelez-moi {…}", "{…} est mon nom"],
    ...["{…} est mon prénom", "le nom est {…}", "de la part de {…}"],
  ],
};

const spelled = [
  ...["{…}", "c'est {…}", "c'est le {…}", "le {…}", "le numéro est {…}", "le numéro est le {…}"],
  ...["mon numéro est {…}", "mon numéro est le {…}", "oui c'est le {…}", "non c'est {…}"],
  "non c'est le {…}",
];

const answers: Readonly<Partial<Record<FieldKind, readonly string[]>>> = {
  "account-id": [...spelled, "l'identifiant est {…}", "mon identifiant est {…}"],
  phone: [...spelled, "rappelle-moi au {…}", "rappelez-moi au {…}"],
  date: ["{…}", "c'est {…}", "c'est le {…}", "le {…}", "c'était le {…}"],
  number: ["{…}", "c'est {…}", "il y en a {…}"],
  choice: ["{…}", "c'est {…}", "le {…}", "la {…}", "à {…}", "{…} s'il vous plaît"],
  "yes-no": ["{…}"],
  words: ["{…}", "c'est {…}", "que {…}"],
};

/** "du compte", "de la date", "de l'adresse". */
function ofThe({ the }: Noun): string {
  return the.startsWith("le ") ? `du ${the.slice(3)}` : `de ${the}`;
}

function shortest(called: readonly Noun[], form: (noun: Noun) => string): string[] {
  return shortestFirst(called.map(form)).slice(0, 3);
}

export const frenchGrammar: Grammar = {
  calls: [
    ...["appelle", "appeler", "d'appeler", "appelle-les", "fais un appel", "faire un appel"],
    ...["fais l'appel", "lance un appel", "appelle quelqu'un", "appelle le service à la clientèle"],
    ...["appeler le service à la clientèle", "appelle un agent"],
    ...["mets-moi en communication avec quelqu'un", "mets-moi en communication avec un agent"],
    ...["passe-moi un agent", "parler à quelqu'un", "parler à un agent", "parler à une personne"],
    ...["je veux appeler", "je veux faire un appel", "je veux parler à quelqu'un"],
    ...["je veux parler à un agent", "je voudrais parler à quelqu'un"],
    ...["j'aimerais parler à quelqu'un", "j'ai besoin de parler à quelqu'un"],
    "j'ai besoin de parler à un agent",
  ],
  call: "appeler",
  reason,
  field(kind, called) {
    if (kind === "name") return name;
    return {
      statements: called.flatMap(({ mine }) => [`${mine} est {…}`, `${mine} est le {…}`]),
      others: [
        ...called.flatMap(({ mine }) => [`${mine} c'est {…}`, `${mine} c'est le {…}`]),
        ...called.flatMap(({ the }) => [`${the} est {…}`, `${the} est le {…}`]),
        ...called.flatMap(({ bare }) => [`${bare} {…}`, `${bare} numéro {…}`]),
        ...called.map(({ the }) => `utilise ${the} {…}`),
        ...called.flatMap(({ mine }) => [`non ${mine} c'est {…}`, `non ${mine} c'est le {…}`]),
        ...called.flatMap(({ the }) => [`non ${the} est {…}`, `non ${the} est le {…}`]),
      ],
      tails: [
        ...shortest(called, ({ bare }) => bare).map((text) => `${text} {…}`),
        ...crossed(
          ["avec", "pour"],
          shortest(called, ({ the }) => the),
        ).map((text) => `${text} {…}`),
        ...crossed(
          ["pour", "au sujet de"],
          shortest(called, ({ mine }) => mine),
        ).map((text) => `${text} {…}`),
        ...crossed(["au sujet"], shortest(called, ofThe)).map((text) => `${text} {…}`),
      ],
      answers: answers[kind] ?? ["{…}"],
    };
  },
  corrections: (statement) => [`non ${statement}`, `en fait ${statement}`],
  changes: ({ mine, the }) => [`change ${mine} pour {…}`, `change ${the} pour {…}`],
  and: "et",
  dontKnow: [
    ...["je ne sais pas", "je sais pas", "je ne le sais pas", "je le sais pas"],
    ...["je ne le connais pas", "je le connais pas", "je ne l'ai pas", "je l'ai pas"],
    ...["je ne l'ai pas avec moi", "je ne l'ai pas sous la main", "je n'en ai pas", "j'en ai pas"],
    ...["je n'en ai aucun", "aucune idée", "je n'ai aucune idée", "pas sûr", "je ne suis pas sûr"],
    ...["je ne suis pas sûre", "j'ai oublié", "je l'ai oublié", "je ne m'en souviens pas"],
    ...["je m'en souviens pas", "je ne me souviens pas", "je ne me rappelle pas"],
    ...["je ne me le rappelle pas", "je ne le trouve pas", "je le trouve pas", "passe"],
    ...["passe cette question", "saute cette question", "continue sans", "continuer sans", "aucun"],
  ],
  dontKnowOf: ({ mine, bare }) => {
    const de = /^[aeiouyéèêâîôû]/i.test(bare) ? "d'" : "de ";
    return [
      ...[`je ne connais pas ${mine}`, `je connais pas ${mine}`, `je n'ai pas ${de}${bare}`],
      ...[`j'ai pas ${de}${bare}`, `pas ${de}${bare}`, `j'ai oublié ${mine}`],
    ];
  },
  confirmation: (company) => [
    `Le sujet de l'appel est: {reason}. Est-ce que j'appelle ${company} maintenant?`,
    `Voulez-vous que j'appelle ${company} maintenant? Le sujet est: {reason}.`,
  ],
};
