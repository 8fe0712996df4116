import type { FieldKind } from "../form/field.ts";
import type { Noun } from "../sentences/language-words.ts";
import {
  crossed,
  type FieldPhrases,
  type Grammar,
  type ReasonPhrases,
  shortestFirst,
} from "./grammar.ts";

// "pídele a … que llame a …" reaches the skill as "llame a …", "dile a … llama a …" as "llama a …".
const verbs = ["llama", "llame", "llamar"];
const wants = ["quiero", "quisiera", "me gustaría", "necesito"];

const reason: ReasonPhrases = {
  wishes: [
    ...crossed(verbs, ["a {…}", "por {…}"]),
    ...crossed(verbs, ["al {…}", "para {…}", "sobre {…}", "al departamento de {…}"]),
    ...crossed(verbs, ["al equipo de {…}"]),
    ...crossed(["haz una llamada", "haga una llamada"], ["por {…}", "sobre {…}"]),
    ...crossed(
      ["comunícame", "conéctame", "pásame", "me comunique", "me conecte", "me pase"],
      ["con {…}", "con el departamento de {…}"],
    ),
    ...["transfiéreme a {…}", "me transfiera a {…}"],
    ...["hablar con {…}", "hablar con alguien sobre {…}", "hablar con alguien de {…}"],
    ...crossed(wants, ["llamar a {…}", "llamar por {…}"]),
    ...crossed(wants, ["hablar con {…}", "hablar con alguien sobre {…}"]),
    "quiero hablar con alguien de {…}",
  ],
  joined: crossed(verbs, ["a {…}", "por {…}"]),
  statements: [
    "llamo por {…}",
    "es sobre {…}",
    "tengo una pregunta sobre {…}",
    "tengo un problema con {…}",
  ],
  others: [
    ...["necesito ayuda con {…}", "ayúdame con {…}", "tengo una duda sobre {…}", "llamo para {…}"],
    ...["llamo sobre {…}", "estoy llamando por {…}", "es acerca de {…}", "se trata de {…}"],
    ...["sobre {…}", "acerca de {…}", "el motivo es {…}", "la razón es {…}"],
    ...["no es sobre {…}", "no se trata de {…}", "no el motivo es {…}", "no llamo por {…}"],
    ...["no quise decir {…}", "en realidad es sobre {…}", "cambia el motivo a {…}"],
  ],
  tails: ["llamo por {…}", "y llamo por {…}"],
  answers: [
    ...["{…}", "es {…}", "es por {…}", "es para {…}", "necesito {…}", "quiero {…}", "por {…}"],
    ...["para {…}", "creo que es {…}", "{…} por favor"],
  ],
};

const name: FieldPhrases = {
  statements: ["me llamo {…}", "mi nombre es {…}", "soy {…}", "habla {…}", "le habla {…}"],
  others: [],
  tails: ["de parte de {…}", "soy {…}", "me llamo {…}"],
  answers: [
    ...["{…}", "es {…}", "llámame {…}", "puedes llamarme {…}", "{…} es mi nombre"],
    ...["el nombre es {…}", "de parte de {…}", "con {…}"],
  ],
};

const spelled = [
  ...["{…}", "es {…}", "es el {…}", "es la {…}", "el número es {…}", "el número es el {…}"],
  ...[
    "mi número es {…}",
    "mi número es el {…}",
    "sí es {…}",
    "sí es el {…}",
    "no es {…}",
    "no es el {…}",
  ],
];

const answers: Readonly<Partial<Record<FieldKind, readonly string[]>>> = {
  "account-id": [...spelled, "el identificador es {…}", "mi identificador es {…}"],
  phone: [...spelled, "llámame al {…}"],
  date: ["{…}", "es {…}", "es el {…}", "fue el {…}", "el {…}"],
  number: ["{…}", "es {…}", "son {…}"],
  choice: ["{…}", "es {…}", "el {…}", "la {…}", "en {…}", "{…} por favor"],
  "yes-no": ["{…}"],
  words: ["{…}", "es {…}", "que {…}"],
};

function shortest(called: readonly Noun[], form: (noun: Noun) => string): string[] {
  return shortestFirst(called.map(form)).slice(0, 2);
}

export const spanishGrammar: Grammar = {
  calls: [
    ...["llama", "llame", "llamar", "llámalos", "haz una llamada", "haz la llamada"],
    ...[
      "hacer una llamada",
      "inicia una llamada",
      "llama a alguien",
      "llama a servicio al cliente",
    ],
    ...["llamar a servicio al cliente", "llama a un agente", "comunícame con alguien"],
    ...["comunícame con un agente", "conéctame con un agente", "pásame con un agente"],
    ...["hablar con alguien", "hablar con un agente", "hablar con una persona", "quiero llamar"],
    ...["quiero hacer una llamada", "quiero hablar con alguien", "quiero hablar con un agente"],
    ...["necesito hablar con alguien", "necesito hablar con un agente"],
    "me gustaría hablar con alguien",
  ],
  call: "llame",
  reason,
  field(kind, called) {
    if (kind === "name") return name;
    const article = (noun: Noun) => (noun.gender === "feminine" ? "la" : "el");
    return {
      statements: called.flatMap((noun) => [
        `${noun.mine} es {…}`,
        `${noun.mine} es ${article(noun)} {…}`,
      ]),
      others: [
        ...called.flatMap((noun) => [`${noun.the} es {…}`, `${noun.the} es ${article(noun)} {…}`]),
        ...called.flatMap((noun) => [`${noun.bare} {…}`, `${noun.bare} número {…}`]),
        ...called.map((noun) => `usa ${noun.the} {…}`),
        ...called.map((noun) => `no ${noun.the} es {…}`),
        ...called.map((noun) => `no ${noun.the} es ${article(noun)} {…}`),
      ],
      tails: [
        ...shortest(called, ({ bare }) => bare).map((text) => `${text} {…}`),
        ...crossed(
          ["con", "para", "por", "en"],
          shortest(called, ({ the }) => the),
        ).map((text) => `${text} {…}`),
        ...crossed(
          ["para", "por"],
          shortest(called, ({ mine }) => mine),
        ).map((text) => `${text} {…}`),
      ],
      answers: answers[kind] ?? ["{…}"],
    };
  },
  corrections: (statement) => [`no ${statement}`, `en realidad ${statement}`],
  changes: ({ mine, the }) => [`cambia ${mine} a {…}`, `cambia ${the} a {…}`],
  and: "y",
  dontKnow: [
    ...["no sé", "no lo sé", "no la sé", "no me lo sé", "no me la sé", "no sé cuál es"],
    ...["no lo tengo", "no la tengo", "no lo tengo conmigo", "no lo tengo a la mano", "no tengo"],
    ...["no tengo uno", "no tengo una", "no tengo ninguno", "no tengo ninguna", "ni idea"],
    ...["no tengo idea", "no estoy seguro", "no estoy segura", "se me olvidó", "lo olvidé"],
    ...["no me acuerdo", "no lo recuerdo", "no la recuerdo", "no puedo recordarlo"],
    ...["no lo encuentro", "no la encuentro", "sáltalo", "sáltatelo", "salta esa pregunta"],
    ...["salta esta pregunta", "omítelo", "sigue sin él", "continúa sin él", "ninguno", "ninguna"],
  ],
  dontKnowOf: ({ mine, bare, gender }) => [
    ...[`no sé ${mine}`, `no conozco ${mine}`, `no tengo ${bare}`],
    ...[
      `no tengo ${gender === "feminine" ? "una" : "un"} ${bare}`,
      `sin ${bare}`,
      `olvidé ${mine}`,
    ],
  ],
  confirmation: (company) => [
    `El motivo de la llamada es: {reason}. ¿Llamo ahora a ${company}?`,
    `¿Quieres que llame ahora a ${company}? El motivo es: {reason}.`,
  ],
};
