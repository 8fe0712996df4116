import type { Weekday } from "../form/call-form.ts";
import type { TimeOfDay } from "./hours-in-words.ts";
import {
  capital,
  type FieldFacts,
  type FieldSentences,
  type LanguageWords,
  type Noun,
} from "./language-words.ts";

/** "le numéro de compte", "l'adresse": gender and possessives follow from the article; "l'" counts as masculine. */
function noun(called: string): Noun {
  const [, article = "", rest = called] = /^(le |la |l['’])(.+)$/u.exec(called) ?? [];
  const the = article === "" ? `le ${rest}` : called;
  return {
    bare: rest,
    yours: isOfSomebody(rest) ? the : `votre ${rest}`,
    mine: isOfSomebody(rest) ? the : article === "la " ? `ma ${rest}` : `mon ${rest}`,
    the,
    gender: article === "la " ? "feminine" : "masculine",
  };
}

/** Whether it is somebody else's, "le prénom du patient": that is not "votre prénom du patient". */
function isOfSomebody(bare: string): boolean {
  return / (?:du|des|de la|de l['’])(?:\s|\b)/u.test(bare);
}

const questions = { masculine: "Quel", feminine: "Quelle" } as const;

function ofAnyKind({ noun, skippable }: FieldFacts): FieldSentences {
  const what = questions[noun.gender];
  const orSkip = skippable ? " Ou dites: je ne sais pas." : "";
  return {
    ask: `${what} est ${noun.yours}?`,
    reprompt: `Dites-moi ${noun.yours}, s'il vous plaît.${orSkip}`,
    help: `Je donnerai ${noun.yours} à la personne qui répondra.${skippable ? " Vous pouvez aussi continuer sans ça." : ""}`,
    heard: "D'accord, {value}.",
    unclear: `Désolée, je n'ai pas compris ${noun.yours}.`,
    skipped: "Pas de problème, on continue sans ça.",
    givenUp: `Je n'arrive pas à saisir ${noun.yours}, alors on continue sans ça.`,
    needed: `Désolée, il me faut ${noun.yours} pour l'appel.`,
  };
}

function notValid({ bare }: Noun): string {
  const de = /^[aeiouyéèêâîôû]/i.test(bare) ? "d'" : "de ";
  return `Désolée, je n'ai pas entendu ${de}${bare} valide.`;
}

function spelled(facts: FieldFacts, what: string): FieldSentences {
  const { noun, skippable } = facts;
  const any = ofAnyKind(facts);
  return {
    ...any,
    ask: `${any.ask}${skippable ? " Si vous ne l'avez pas, dites: je ne sais pas." : ""}`,
    reprompt: `Dites-moi ${noun.yours}, ${what} à la fois.${skippable ? " Ou dites: je ne sais pas." : ""}`,
    help: `Dites ${noun.yours}, ${what} à la fois.${skippable ? " Vous pouvez aussi continuer sans ça." : ""}`,
    heard: `${capital(noun.yours)} est {value}.`,
    unclear: notValid(noun),
  };
}

function weekday(day: Weekday): string {
  return french.hours.days[day].replace("le ", "");
}

/** "8 h 30", "midi", "minuit". */
function time({ hour, minute }: TimeOfDay): string {
  if (minute === 0 && hour % 12 === 0) return hour === 12 ? "midi" : "minuit";
  return minute === 0 ? `${hour} h` : `${hour} h ${String(minute).padStart(2, "0")}`;
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
      ask: `${questions[facts.noun.gender]} est ${facts.noun.yours}: {choices}?`,
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
      heard: `${capital(facts.noun.yours)} est {value}.`,
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
  unnamed: "Quelqu'un",
  purpose:
    "J'appelle {company} pour vous. Je pose d'abord quelques questions rapides, pour que la personne qui répond sache qui appelle et pourquoi.",
  welcome: "Bienvenue chez {company}. Quelques questions rapides, et j'appelle pour vous.",
  hours: {
    days: {
      monday: "le lundi",
      tuesday: "le mardi",
      wednesday: "le mercredi",
      thursday: "le jeudi",
      friday: "le vendredi",
      saturday: "le samedi",
      sunday: "le dimanche",
    },
    everyDay: "tous les jours",
    run: (first, last) => `du ${weekday(first)} au ${weekday(last)}`,
    and: "et",
    span: (from, to) => ` de ${time(from)} à ${time(to)}`,
    allDay: ", 24 heures sur 24",
  },
  open: "Nous répondons {hours}.",
  closed: {
    "no-call":
      "Personne ne répond chez {company} en ce moment, alors je ne peux pas appeler. Nous répondons {hours}.",
    call: "Personne ne répond chez {company} en ce moment: il se peut que l'appel reste sans réponse. Nous répondons {hours}.",
  },
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
