import type { Weekday } from "../form/call-form.ts";
import type { TimeOfDay } from "./hours-in-words.ts";
import {
  capital,
  type FieldFacts,
  type FieldSentences,
  type LanguageWords,
  type Noun,
} from "./language-words.ts";

/** "el número de cuenta": gender and possessives follow from the article. */
function noun(called: string): Noun {
  const [article = "", ...rest] = called.split(" ");
  const hasArticle = article === "el" || article === "la";
  const bare = hasArticle ? rest.join(" ") : called;
  const the = hasArticle ? called : `el ${bare}`;
  return {
    bare,
    yours: isOfSomebody(bare) ? the : `tu ${bare}`,
    mine: isOfSomebody(bare) ? the : `mi ${bare}`,
    the,
    gender: article === "la" ? "feminine" : "masculine",
  };
}

/** Whether it is somebody else's, "el nombre del paciente": that is not "tu nombre del paciente". */
function isOfSomebody(bare: string): boolean {
  return / (?:del|de la|de los|de las) /.test(bare);
}

/** The pronouns and endings that go with a noun. */
const forms = {
  masculine: { object: "lo", a: "un", ending: "o" },
  feminine: { object: "la", a: "una", ending: "a" },
} as const;

function ofAnyKind({ noun, skippable }: FieldFacts): FieldSentences {
  const orSkip = skippable ? " O di: no lo sé." : "";
  return {
    ask: `¿Cuál es ${noun.yours}?`,
    reprompt: `Por favor, dime ${noun.yours}.${orSkip}`,
    help: `Le diré ${noun.yours} a la persona que conteste.${skippable ? " También puedes seguir sin ese dato." : ""}`,
    heard: "De acuerdo, {value}.",
    unclear: `Lo siento, no entendí ${noun.yours}.`,
    skipped: "No hay problema, seguimos sin ese dato.",
    givenUp: `No logré entender ${noun.yours}, así que seguimos sin ese dato.`,
    needed: `Lo siento, necesito ${noun.yours} para la llamada.`,
  };
}

function notValid({ bare, gender }: Noun): string {
  const { a, ending } = forms[gender];
  return `Lo siento, no escuché ${a} ${bare} válid${ending}.`;
}

function spelled(facts: FieldFacts, what: string, how: string): FieldSentences {
  const { noun, skippable } = facts;
  const { object } = forms[noun.gender];
  return {
    ...ofAnyKind(facts),
    ask: `¿Cuál es ${noun.yours}?${skippable ? ` Si no ${object} tienes, di: no lo sé.` : ""}`,
    reprompt: `Por favor, dime ${noun.yours}, ${what} a la vez.${skippable ? " O di: no lo sé." : ""}`,
    help: `Dime ${noun.yours} ${how}.${skippable ? " También puedes seguir sin ese dato." : ""}`,
    heard: `${capital(noun.yours)} es {value}.`,
    unclear: notValid(noun),
  };
}

/** "lunes", "sábado". */
function weekday(day: Weekday): string {
  return spanish.hours.days[day].replace("los ", "").replace(/(ado|ngo)s$/, "$1");
}

/** "de las 8:30 de la mañana", "a la 1 de la tarde", "a las 12 del mediodía". */
function time(preposition: "de" | "a", { hour, minute }: TimeOfDay): string {
  const shown = hour % 12 || 12;
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  const article = shown === 1 ? "la" : "las";
  return `${preposition} ${article} ${shown}${minutes} ${partOfDay(hour % 24, minute)}`;
}

function partOfDay(hour: number, minute: number): string {
  if (hour === 12 && minute === 0) return "del mediodía";
  if (hour === 0 || hour >= 19) return "de la noche";
  if (hour >= 12) return "de la tarde";
  return hour < 6 ? "de la madrugada" : "de la mañana";
}

export const spanish: LanguageWords = {
  noun,
  choiceOf: (names) => {
    const [last = ""] = names.slice(-1);
    // "o" becomes "u" before the sound of an o.
    const or = /^h?o/i.test(last) ? " u " : " o ";
    return [names.slice(0, -1).join(", "), last].filter((each) => each !== "").join(or);
  },
  about: (name) => `por un tema de ${name}`,
  called: {
    name: ["el nombre"],
    "account-id": [
      "el número de cuenta",
      "la cuenta",
      "el identificador de cuenta",
      "el número de cliente",
    ],
    reason: ["el motivo", "la razón"],
    phone: ["el número de teléfono", "el teléfono", "el número"],
  },
  sentences: {
    name: (facts) => ({
      ...ofAnyKind(facts),
      ask: "¿Cómo te llamas?",
      reprompt: `Por favor, dime ${facts.noun.yours}.`,
      help: `Le diré ${facts.noun.yours} a la persona que conteste.`,
      heard: "Gracias, {value}.",
      needed: "Puedes darme el nombre que quieras.",
    }),
    "account-id": (facts) =>
      spelled(facts, "una letra o un dígito", "letra por letra, dígito por dígito"),
    reason: (facts) => ({
      ...ofAnyKind(facts),
      ask: "¿Cuál es el motivo de tu llamada?",
      reprompt: "Puedes decir: {choices}.",
      help: "Dime por qué llamas, para que te atienda la persona indicada. Puedes decir: {choices}.",
      unclear: "No sé bien quién te puede ayudar con eso. Puedes decir: {choices}.",
      givenUp: "Les paso el motivo tal como lo dijiste.",
    }),
    choice: (facts) => ({
      ...ofAnyKind(facts),
      ask: `¿Cuál es ${facts.noun.yours}: {choices}?`,
      reprompt: `Puedes decir: {choices}.${facts.skippable ? " O di: no lo sé." : ""}`,
      help: `Le diré ${facts.noun.yours} a la persona que conteste. Puedes decir: {choices}.`,
      unclear: "Perdón, no te entendí. Puedes decir: {choices}.",
    }),
    "yes-no": (facts) => ({
      ...ofAnyKind(facts),
      reprompt: "Por favor, di sí o no.",
      unclear: "Perdón, ¿fue un sí o un no?",
    }),
    date: (facts) => ({
      ...ofAnyKind(facts),
      reprompt: `Por favor, dime ${facts.noun.yours} con día, mes y año.`,
      heard: `${capital(facts.noun.yours)} es {value}.`,
      unclear: notValid(facts.noun),
    }),
    number: (facts) => ({ ...ofAnyKind(facts), unclear: "Perdón, no entendí un número válido." }),
    phone: (facts) => spelled(facts, "un dígito", "dígito por dígito"),
    words: ofAnyKind,
  },
  yesOrNo: {
    yes: { name: "sí", synonyms: ["claro", "sí claro", "sí por favor", "así es", "correcto"] },
    no: { name: "no", synonyms: ["no gracias", "claro que no", "para nada"] },
  },
  labels: { name: "Quien llama", reason: "Motivo" },
  unnamed: "Alguien",
  purpose:
    "Llamo a {company} por ti. Primero te hago unas preguntas cortas, para que quien conteste sepa quién llama y por qué.",
  welcome: "Te damos la bienvenida a {company}. Te hago unas preguntas cortas y llamo por ti.",
  hours: {
    days: {
      monday: "los lunes",
      tuesday: "los martes",
      wednesday: "los miércoles",
      thursday: "los jueves",
      friday: "los viernes",
      saturday: "los sábados",
      sunday: "los domingos",
    },
    everyDay: "todos los días",
    run: (first, last) => `de ${weekday(first)} a ${weekday(last)}`,
    and: "y",
    span: (from, to) => ` ${time("de", from)} ${time("a", to)}`,
    allDay: ", las 24 horas",
  },
  open: "Atendemos {hours}.",
  closed: {
    "no-call":
      "En este momento nadie atiende en {company}, así que no puedo llamar. Atendemos {hours}.",
    call: "En este momento nadie atiende en {company}, así que es posible que no contesten. Atendemos {hours}.",
  },
  confirmation: {
    ask: "¿Llamo ahora a {company} {about}?",
    reprompt: "Di sí, y llamo a {company}. Di no para cambiar algo.",
    help: "Si dices que sí, llamo a {company} y les paso lo que me dijiste. Para cambiar algo antes, di por ejemplo: me llamo Ana.",
  },
  change: {
    ask: "¿Qué quieres cambiar? O di: para.",
    reprompt: "Dime qué quieres cambiar, o di: para.",
    help: "Puedes cambiar todo lo que me dijiste, una cosa a la vez. O di: para.",
  },
};
