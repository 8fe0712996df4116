import type { FieldFacts, FieldSentences, LanguageWords, Noun } from "./language-words.ts";

/** "le numéro de compte", "l'adresse": gender and possessives follow from the article; "l'" counts as masculine. */
function noun(called: string): Noun {
  const [, article = "", rest = called] = /^(le |la |l['’])(.+)$/u.exec(called) ?? [];
  return {
    bare: rest,
    yours: `votre ${rest}`,
    mine: article === "la " ? `ma ${rest}` : `mon ${rest}`,
    the: article === "" ? `le ${rest}` : called,
    gender: article === "la " ? "feminine" : "masculine",
  };
}

const forms = {
  masculine: { it: "lui", what: "Quel", a: "un" },
  feminine: { it: "elle", what: "Quelle", a: "une" },
} as const;

function ofAnyKind({ noun, skippable }: FieldFacts): FieldSentences {
  const { it, what } = forms[noun.gender];
  const orSkip = skippable ? " Ou dites: je ne sais pas." : "";
  return {
    ask: `${what} est ${noun.yours}?`,
    reprompt: `Dites-moi ${noun.yours}, s'il vous plaît.${orSkip}`,
    help: `Je donnerai ${noun.yours} à la personne qui répondra.${skippable ? ` Vous pouvez aussi continuer sans ${it}.` : ""}`,
    heard: "D'accord, {value}.",
    unclear: `Désolée, je n'ai pas compris ${noun.yours}.`,
    skipped: `Pas de problème, on continue sans ${it}.`,
    givenUp: `Je n'arrive pas à saisir ${noun.yours}, alors continuons sans ${it}.`,
    needed: `Désolée, il me faut ${noun.yours} pour l'appel.`,
  };
}

function notValid({ bare, gender }: Noun): string {
  return `Désolée, je n'ai pas compris ${forms[gender].a} ${bare} valide.`;
}

function spelled(facts: FieldFacts, what: string): FieldSentences {
  const { noun, skippable } = facts;
  const any = ofAnyKind(facts);
  return {
    ...any,
    ask: `${any.ask}${skippable ? " Si vous ne l'avez pas, dites: je ne sais pas." : ""}`,
    reprompt: `Dites-moi ${noun.yours}, ${what} à la fois.${skippable ? " Ou dites: je ne sais pas." : ""}`,
    help: `Dites ${noun.yours}, ${what} à la fois.${skippable ? ` Vous pouvez aussi continuer sans ${forms[noun.gender].it}.` : ""}`,
    heard: `Votre ${noun.bare} est {value}.`,
    unclear: notValid(noun),
  };
}

export const french: LanguageWords = {
  noun,
  choiceOf: (names) =>
    [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((each) => each !== "").join(" ou "),
  about: (name) => `pour ${name}`,
  called: {
    name: ["le prénom", "le nom"],
    "account-id": [
      "le numéro de compte",
      "le compte",
      "l'identifiant de compte",
      "l'identifiant",
      "le numéro de client",
    ],
    reason: ["la raison", "le motif"],
    phone: ["le numéro de téléphone", "le téléphone", "le numéro"],
  },
  sentences: {
    name: (facts) => ({
      ...ofAnyKind(facts),
      reprompt: `Dites-moi ${facts.noun.yours}, s'il vous plaît.`,
      help: `Je donnerai ${facts.noun.yours} à la personne qui répondra.`,
      heard: "Merci, {value}.",
      needed: `N'importe quel ${facts.noun.bare} fera l'affaire.`,
    }),
    "account-id": (facts) => spelled(facts, "une lettre ou un chiffre"),
    reason: (facts) => ({
      ...ofAnyKind(facts),
      ask: "Quel est le motif de votre appel?",
      reprompt: "Vous pouvez dire: {choices}.",
      help: "Dites-moi pourquoi vous appelez, pour que la bonne personne vous réponde. Vous pouvez dire: {choices}.",
      unclear: "Je ne sais pas trop qui peut vous aider avec ça. Vous pouvez dire: {choices}.",
      givenUp: "Je vais leur transmettre le motif dans vos mots.",
    }),
    choice: (facts) => ({
      ...ofAnyKind(facts),
      ask: `${forms[facts.noun.gender].what} est ${facts.noun.yours}: {choices}?`,
      reprompt: `Vous pouvez dire: {choices}.${facts.skippable ? " Ou dites: je ne sais pas." : ""}`,
      help: `Je donnerai ${facts.noun.yours} à la personne qui répondra. Vous pouvez dire: {choices}.`,
      unclear: "Désolée, je n'ai pas compris. Vous pouvez dire: {choices}.",
    }),
    "yes-no": (facts) => ({
      ...ofAnyKind(facts),
      reprompt: "Dites oui ou non, s'il vous plaît.",
      unclear: "Désolée, c'était un oui ou un non?",
    }),
    date: (facts) => ({
      ...ofAnyKind(facts),
      reprompt: `Dites-moi ${facts.noun.yours} avec le jour, le mois et l'année.`,
      heard: `Votre ${facts.noun.bare} est {value}.`,
      unclear: notValid(facts.noun),
    }),
    number: (facts) => ({
      ...ofAnyKind(facts),
      unclear: "Désolée, je n'ai pas compris un nombre valide.",
    }),
    phone: (facts) => spelled(facts, "un chiffre"),
    words: ofAnyKind,
  },
  yesOrNo: {
    yes: { name: "oui", synonyms: ["ouais", "oui s'il vous plaît", "c'est ça", "exactement"] },
    no: { name: "non", synonyms: ["non merci", "pas vraiment", "pas du tout"] },
  },
  labels: { name: "Appelant", reason: "Motif" },
  welcome: "Bienvenue chez {company}. Quelques questions rapides, et j'appelle pour vous.",
  closed:
    "{company} est fermé en ce moment, alors je ne peux pas appeler. Réessayez pendant les heures d'ouverture.",
  confirmation: {
    ask: "Est-ce que j'appelle {company} {about} maintenant?",
    reprompt: "Dites oui, et j'appelle {company}. Dites non pour changer quelque chose.",
    help: "Si vous dites oui, j'appelle {company} et je leur transmets ce que vous m'avez dit. Pour changer quelque chose avant, dites par exemple: je m'appelle Anne.",
  },
  change: {
    ask: "Que voulez-vous changer? Ou dites: arrête.",
    reprompt: "Dites-moi quoi changer, ou dites: arrête.",
    help: "Vous pouvez changer tout ce que vous m'avez dit, une chose à la fois. Ou dites: arrête.",
  },
};
