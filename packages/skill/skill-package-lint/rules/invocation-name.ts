import type { ModelRule } from "../rule.ts";

const minLength = 2;
const maxLength = 50;

/** Words that wake or steer Alexa; an invocation name with one of them is refused in the language of the locale. */
const reservedWords: Readonly<Record<string, readonly string[]>> = {
  en: ["alexa", "amazon", "echo", "computer", "skill", "app", "launch", "ask", "tell", "load"],
  es: ["alexa", "amazon", "echo", "skill", "app", "abre", "inicia", "lanza", "pide", "dile"],
  fr: [
    "alexa",
    "amazon",
    "echo",
    "skill",
    "app",
    "ouvre",
    "lance",
    "demande",
    "demarre",
    "utilise",
  ],
};
const moreReservedWords: Readonly<Record<string, readonly string[]>> = {
  en: ["begin", "enable", "open", "play", "start", "run", "use", "talk"],
  es: ["pregunta", "usa", "comienza", "ejecuta"],
  fr: ["dis", "commence", "parle", "joue"],
};
const smallWords: Readonly<Record<string, readonly string[]>> = {
  en: ["a", "an", "the", "about", "at", "by", "for", "from", "if", "of", "off", "on", "to", "with"],
  es: ["el", "la", "los", "las", "un", "una", "de", "a", "con", "para", "por", "que"],
  fr: ["le", "la", "les", "un", "une", "de", "des", "du", "a", "au", "avec", "pour", "si"],
};

/** Amazon's requirements for invocation names: "Choose the Invocation Name for a Custom Skill". */
export const invocationName: ModelRule = {
  name: "invocation-name",
  *check({ locale, content }) {
    const name = content.interactionModel.languageModel.invocationName;
    for (const message of invocationNameMistakes(name, locale.slice(0, 2))) {
      yield {
        path: ["interactionModel", "languageModel", "invocationName"],
        message: `"${name}" ${message}`,
      };
    }
  },
};

/** What Amazon would refuse about an invocation name, each as what follows the name: "has digits; …". */
export function* invocationNameMistakes(name: string, language: string): Iterable<string> {
  const words = name.split(" ");
  if (name.length < minLength || name.length > maxLength)
    yield `has ${name.length} characters; ${minLength} to ${maxLength} are allowed`;
  if (name !== name.toLowerCase()) yield "has upper-case letters";
  if (/\d/.test(name)) yield "has digits; numbers are spelled out";
  if (/[^\p{L}\p{M}\p{N} .']/u.test(name))
    yield "has other characters than letters, spaces, apostrophes and periods";
  if (words.includes("")) yield "has a space too many";
  if (words.length === 1) yield "is one word; two or more are needed";
  const reserved = [...(reservedWords[language] ?? []), ...(moreReservedWords[language] ?? [])];
  for (const word of words.filter((each) => reserved.includes(each)))
    yield `has "${word}", which Alexa keeps for herself`;
  const small = words.filter((word) => smallWords[language]?.includes(word));
  if (words.length === 2 && small.length > 0)
    yield `has two words and one is "${small[0]}"; articles and prepositions do not count`;
}
