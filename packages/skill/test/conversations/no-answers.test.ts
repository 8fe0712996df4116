import { expect, test } from "@jest/globals";
import { AlexaSession, confirm, type Move, say } from "../alexa-session.ts";
import { skillUnderTest } from "../skill-under-test.ts";
import { play } from "./play.ts";

interface Locale {
  readonly locale: string;
  /** How callers wish for the call or a person; in a slot, or in a sample without slots. */
  readonly persons: readonly string[];
  readonly soon: string;
  readonly askName: string;
  readonly askAccount: string;
  readonly askReason: string;
  readonly anyName: string;
  readonly unclearName: string;
  /** Who calls, where no name was given. */
  readonly unnamed: string;
  readonly billing: string;
  readonly askCall: string;
  readonly askCallAboutBilling: string;
  readonly calling: string;
  readonly refusals: readonly string[];
  readonly greetings: readonly string[];
  readonly noNames: readonly string[];
}

const english = {
  persons: ["human", "an agent", "operator please", "talk to a person", "call them"],
  soon: "Sure, I'll call in a moment.",
  askName: "What's your first name?",
  askAccount: "What's your account ID? If you don't have it, say: I don't know.",
  askReason: "What are you calling about?",
  anyName: "Any name will do.",
  unclearName: "Sorry, I didn't get your first name.",
  unnamed: "A caller",
  billing: "my bill",
  askCall: "Shall I call Example Support now?",
  askCallAboutBilling: "Shall I call Example Support about billing now?",
  calling: "Calling Example Support about billing now.",
  refusals: ["no", "skip", "I'd rather not say"],
  greetings: ["hello there", "good morning"],
  noNames: ["thank you", "alexa stop", "holy shit"],
};

const locales: readonly Locale[] = [
  { ...english, locale: "en-US" },
  { ...english, locale: "en-CA" },
  {
    locale: "es-US",
    persons: ["humano", "un agente", "operadora por favor", "hablar con una persona", "llámalos"],
    soon: "Claro, enseguida llamo.",
    askName: "¿Cómo te llamas?",
    askAccount: "¿Cuál es tu número de cuenta? Si no lo tienes, di: no lo sé.",
    askReason: "¿Cuál es el motivo de tu llamada?",
    anyName: "Puedes darme el nombre que quieras.",
    unclearName: "Lo siento, no entendí tu nombre.",
    unnamed: "Alguien",
    billing: "facturación",
    askCall: "¿Llamo ahora a Example Support?",
    askCallAboutBilling: "¿Llamo ahora a Example Support por un tema de facturación?",
    calling: "Llamando a Example Support por un tema de facturación.",
    refusals: ["no", "omitir", "no lo sé"],
    greetings: ["hola", "buenas tardes"],
    noNames: ["gracias", "alexa para", "mierda"],
  },
  {
    locale: "fr-CA",
    persons: ["humain", "un préposé", "agent s'il vous plaît", "parler à quelqu'un", "appelle-les"],
    soon: "Bien sûr, j'appelle dans un instant.",
    askName: "Quel est votre prénom?",
    askAccount: "Quel est votre numéro de compte? Si vous ne l'avez pas, dites: je ne sais pas.",
    askReason: "Quel est le motif de votre appel?",
    anyName: "N'importe quel prénom fera l'affaire.",
    unclearName: "Désolée, je n'ai pas compris votre prénom.",
    unnamed: "Quelqu'un",
    billing: "ma facture",
    askCall: "Est-ce que j'appelle Example Support maintenant?",
    askCallAboutBilling:
      "Est-ce que j'appelle Example Support au sujet de la facturation maintenant?",
    calling: "J'appelle Example Support au sujet de la facturation.",
    refusals: ["non", "passe", "je sais pas"],
    greetings: ["bonjour", "allô"],
    noNames: ["merci", "alexa arrête", "tabarnak"],
  },
];

/** One utterance of the call intent that says nothing: a sample without slots. */
const bare = say({});

function each<Item>(itemsOf: (locale: Locale) => readonly Item[]) {
  return locales.flatMap((locale) =>
    itemsOf(locale).map((item) => [locale.locale, item, locale] as const),
  );
}

function sessionIn(locale: string) {
  const { handler, started, store } = skillUnderTest();
  return { session: new AlexaSession({ handler, locale }), started, store };
}

test.each(each((locale) => locale.persons))(
  "in %s, %j is never a name: the question is asked again kindly",
  async (locale, person, { soon, askName, askAccount }) => {
    const { session } = sessionIn(locale);
    const replies = await play(session, [
      [bare, askName],
      [say({ callerName: person }), `${soon} ${askName}`],
      [say({ callerName: "Ana" })],
    ]);
    expect(replies.at(1)?.attributes).not.toHaveProperty("callerName");
    expect(replies.at(-1)?.speech).toContain(askAccount);
  },
);

test.each(each((locale) => locale.persons))(
  "in %s, who says %j twice is asked only what the call needs",
  async (locale, person, { soon, askReason, askCall }) => {
    const { session } = sessionIn(locale);
    await play(session, [
      [say({ callerName: "Ana", accountId: "AB12" })],
      [say({ reason: person }), `${soon} ${askReason}`],
      [say({ reason: person }), askCall],
    ]);
  },
);

test.each(each(({ soon }) => [soon]))(
  "in %s, a second wish without slots goes to the confirmation, and a third calls",
  async (locale, soon, { askName, askCallAboutBilling, calling, billing, unnamed }) => {
    const { session, started, store } = sessionIn(locale);
    await play(session, [
      [say({ reason: [billing, "billing"] }), askName],
      [bare, `${soon} ${askName}`],
      [bare, askCallAboutBilling],
      [bare, calling],
    ]);
    expect(started).toHaveLength(1);
    expect(store.records.get("context-1")?.callerName).toBe(unnamed);
  },
);

test.each(
  each(({ persons }): Move[] => [
    bare,
    ...persons.map((person) => say({ reason: person })),
    confirm,
  ]),
)("in %s, a wish to call at the confirmation is a yes", async (locale, move, words) => {
  const { session, started, store } = sessionIn(locale);
  await play(session, [
    [say({ callerName: "Ana", accountId: "AB12", reason: [words.billing, "billing"] })],
    [move, words.calling],
  ]);
  expect(started).toHaveLength(1);
  expect(store.records.get("context-1")?.reason).toEqual({ id: "billing" });
});

test("what Alexa could not make out at the confirmation is no yes, nor is a refusal", async () => {
  const { session, started } = sessionIn("en-US");
  const again = `Sorry, I didn't get that. ${english.askCallAboutBilling}`;
  await play(session, [
    [say({ callerName: "Ana", accountId: "AB12", reason: ["billing", "billing"] })],
    [say({ accountId: "?" }), again],
    [
      say({ callerName: "no" }),
      "Okay, I won't call yet. What would you like to change? For example, say: my account is, and then the ID. Or say: stop.",
    ],
  ]);
  expect(started).toEqual([]);
});

test.each(each(({ billing }) => [billing, `${billing}!`]))(
  "in %s, %j in place of a name is the reason",
  async (locale, billing, { askName }) => {
    const { session } = sessionIn(locale);
    const replies = await play(session, [[bare], [say({ callerName: billing }), askName]]);
    expect(replies.at(-1)?.attributes).toMatchObject({ reason: { id: "billing" } });
    expect(replies.at(-1)?.attributes).not.toHaveProperty("callerName");
  },
);

test.each(each(({ refusals }) => refusals))(
  "in %s, %j is no name",
  async (locale, refusal, { anyName, askName }) => {
    const { session } = sessionIn(locale);
    await play(session, [[bare], [say({ callerName: refusal }), `${anyName} ${askName}`]]);
  },
);

test.each(each(({ noNames }) => noNames))(
  "in %s, %j is not taken for a name",
  async (locale, noName, { unclearName, askName }) => {
    const { session } = sessionIn(locale);
    await play(session, [[bare], [say({ callerName: noName }), `${unclearName} ${askName}`]]);
  },
);

test.each(each(({ greetings }) => greetings))(
  "in %s, %j is greeted with the question",
  async (locale, greeting, { askName }) => {
    const { session } = sessionIn(locale);
    await play(session, [[bare], [say({ callerName: greeting }), askName]]);
  },
);

test("Bill, who calls about his bill, has a name and a reason", async () => {
  const { session } = sessionIn("en-US");
  const [, , last] = await play(session, [
    [bare],
    [say({ callerName: "Bill" })],
    [say({ reason: "my bill" })],
  ]);
  expect(last?.attributes).toMatchObject({ callerName: "Bill", reason: { id: "billing" } });
});
