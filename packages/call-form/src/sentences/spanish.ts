import type { FieldFacts, FieldSentences, LanguageWords, Noun } from "./language-words.ts";

/** "el número de cuenta": gender and possessives follow from the article. */
function noun(called: string): Noun {
  const [article = "", ...rest] = called.split(" ");
  const hasArticle = article === "el" || article === "la";
  const bare = hasArticle ? rest.join(" ") : called;
  return {
    bare,
    yours: `tu ${bare}`,
    mine: `mi ${bare}`,
    the: hasArticle ? called : `el ${bare}`,
    gender: article === "la" ? "feminine" : "masculine",
  };
}

/** The pronouns and endings that go with a noun. */
const forms = {
  masculine: { it: "él", object: "lo", a: "un", ending: "o" },
  feminine: { it: "ella", object: "la", a: "una", ending: "a" },
} as const;

function ofAnyKind({ noun, skippable }: FieldFacts): FieldSentences {
  const { it } = forms[noun.gender];
  const orSkip = skippable ? " O di: no lo sé." : "";
  return {
    ask: `¿Cuál es ${noun.yours}?`,
    reprompt: `Por favor, dime ${noun.yours}.${orSkip}`,
    help: `Le diré ${noun.yours} a la persona que conteste.${skippable ? ` También puedes seguir sin ${it}.` : ""}`,
    heard: "De acuerdo, {value}.",
    unclear: `Lo siento, no entendí ${noun.yours}.`,
    skipped: `No hay problema, seguimos sin ${it}.`,
    givenUp: `No logré entender ${noun.yours}, así que seguimos sin ${it}.`,
    needed: `Lo siento, necesito ${noun.yours} para la llamada.`,
  };
}

function notValid({ bare, gender }: Noun): string {
  const { a, ending } = forms[gender];
  return `Lo siento, no entendí ${a} ${bare} válid${ending}.`;
}

function spelled(facts: FieldFacts, what: string, how: string): FieldSentences {
  const { noun, skippable } = facts;
  const { it, object } = forms[noun.gender];
  return {
    ...ofAnyKind(facts),
    ask: `¿Cuál es ${noun.yours}?${skippable ? ` Si no ${object} tienes, di: no lo sé.` : ""}`,
    reprompt: `Por favor, dime ${noun.yours}, ${what} a la vez.${skippable ? " O di: no lo sé." : ""}`,
    help: `Dime ${noun.yours} ${how}.${skippable ? ` También puedes seguir sin ${it}.` : ""}`,
    heard: `Tu ${noun.bare} es {value}.`,
    unclear: notValid(noun),
  };
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
      heard: `Tu ${facts.noun.bare} es {value}.`,
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
  labels: { name: "Llama", reason: "Motivo" },
  welcome: "Te damos la bienvenida a {company}. Te hago unas preguntas cortas y llamo por ti.",
  closed:
    "En este momento {company} está cerrado, así que no puedo llamar. Por favor, inténtalo cuando esté abierto.",
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
