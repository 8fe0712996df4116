import { expect, test } from "@jest/globals";
import { AlexaSession, confirm, dontKnow, launch, say, yes } from "../alexa-session.ts";
import { callerNumber, skillUnderTest } from "../skill-under-test.ts";
import { play, type Turn } from "./play.ts";

interface Conversation {
  readonly locale: string;
  readonly turns: readonly Turn[];
  readonly stored: Readonly<Record<string, unknown>>;
}

const stepByStep: readonly Conversation[] = [
  {
    locale: "en-US",
    turns: [
      [
        launch,
        "Welcome to Example Support. A few short questions, and I'll call us for you. What's your first name?",
      ],
      [
        say({ callerName: "ana" }),
        "Thanks, Ana. What's your account ID? If you don't have it, say: I don't know.",
      ],
      [say({ accountId: "a b 12" }), "Your account ID is AB12. What are you calling about?"],
      [say({ reason: ["my bill", "billing"] }), "Shall I call Example Support about billing now?"],
      [confirm, "Calling Example Support about billing now."],
    ],
    stored: { callerName: "Ana", accountId: "AB12", reason: { id: "billing" } },
  },
  {
    locale: "es-US",
    turns: [
      [
        launch,
        "Te damos la bienvenida a Example Support. Te hago unas preguntas cortas y llamo por ti. ¿Cómo te llamas?",
      ],
      [
        say({ callerName: "josé" }),
        "Gracias, José. ¿Cuál es tu número de cuenta? Si no lo tienes, di: no lo sé.",
      ],
      [
        say({ accountId: "0012" }),
        "Tu número de cuenta es 0012. ¿Cuál es el motivo de tu llamada?",
      ],
      [
        say({ reason: ["soporte", "technical-support"] }),
        "¿Llamo ahora a Example Support por un tema de soporte técnico?",
      ],
      [confirm, "Llamando a Example Support por un tema de soporte técnico."],
    ],
    stored: { callerName: "José", accountId: "0012", reason: { id: "technical-support" } },
  },
  {
    locale: "fr-CA",
    turns: [
      [
        launch,
        "Bienvenue chez Example Support. Quelques questions rapides, et j'appelle pour vous. Quel est votre prénom?",
      ],
      [
        say({ callerName: "hélène" }),
        "Merci, Hélène. Quel est votre numéro de compte? Si vous ne l'avez pas, dites: je ne sais pas.",
      ],
      [dontKnow, "Pas de problème, on continue sans ça. Quel est le motif de votre appel?"],
      [
        say({ reason: ["ma commande", "order-status"] }),
        "Est-ce que j'appelle Example Support au sujet d'une commande maintenant?",
      ],
      [confirm, "J'appelle Example Support au sujet d'une commande."],
    ],
    stored: { callerName: "Hélène", reason: { id: "order-status" } },
  },
];

const oneShot: readonly Conversation[] = [
  {
    locale: "en-CA",
    turns: [
      [say({ reason: ["billing", "billing"] }), "What's your first name?"],
      [
        say({ callerName: "ana" }),
        "Thanks, Ana. What's your account ID? If you don't have it, say: I don't know.",
      ],
      [
        dontKnow,
        "No problem, we'll go on without it. Shall I call Example Support about billing now?",
      ],
      [yes, "Calling Example Support about billing now."],
    ],
    stored: { callerName: "Ana", reason: { id: "billing" } },
  },
  {
    locale: "es-US",
    turns: [
      [say({ reason: ["facturación", "billing"] }), "¿Cómo te llamas?"],
      [
        say({ callerName: "ana", accountId: "ab-12" }),
        "Gracias, Ana. Tu número de cuenta es AB12. ¿Llamo ahora a Example Support por un tema de facturación?",
      ],
      [yes, "Llamando a Example Support por un tema de facturación."],
    ],
    stored: { callerName: "Ana", accountId: "AB12", reason: { id: "billing" } },
  },
  {
    locale: "fr-CA",
    turns: [
      [
        say({ callerName: "luc", accountId: "1234", reason: ["les ventes", "sales"] }),
        "Merci, Luc. Votre numéro de compte est 1234. Est-ce que j'appelle Example Support au sujet des ventes maintenant?",
      ],
      [confirm, "J'appelle Example Support au sujet des ventes."],
    ],
    stored: { callerName: "Luc", accountId: "1234", reason: { id: "sales" } },
  },
];

test.each([
  ...stepByStep.map((conversation) => ({ ...conversation, how: "step by step" })),
  ...oneShot.map((conversation) => ({ ...conversation, how: "in one shot" })),
])("a caller in $locale gets a call $how", async ({ locale, turns, stored }) => {
  const { handler, started, store } = skillUnderTest();
  const replies = await play(new AlexaSession({ handler, locale }), turns);
  expect(replies.map(({ ends }) => ends)).toEqual(
    turns.map((_, turn) => turn === turns.length - 1),
  );
  expect(started).toMatchObject([{ contextId: "context-1", callerNumber }]);
  expect(store.records.get("context-1")).toEqual({
    ...stored,
    contextId: "context-1",
    accountIdVerified: false,
    callerNumber,
    locale,
    skillId: "amzn1.ask.skill.3ffd8d5f",
    callStarter: "skill-call",
    status: "created",
    createdAt: expect.any(String),
    expiresAt: expect.any(Number),
  });
});

test("a locale that the skill does not speak is answered in its language, and stored as it is", async () => {
  const { handler, store } = skillUnderTest();
  const session = new AlexaSession({ handler, locale: "es-MX" });
  const turns: readonly Turn[] = [
    [
      say({ callerName: "ana", accountId: "1234", reason: ["ventas", "sales"] }),
      "Gracias, Ana. Tu número de cuenta es 1234. ¿Llamo ahora a Example Support por un tema de ventas?",
    ],
    [confirm, "Llamando a Example Support por un tema de ventas."],
  ];
  await play(session, turns);
  expect(store.records.get("context-1")?.locale).toBe("es-MX");
});

test("a caller whose own phone rings is told so", async () => {
  const { handler, store } = skillUnderTest({ starterIs: { name: "callback", rings: "phone" } });
  const session = new AlexaSession({ handler });
  await session.send(say({ callerName: "ana", accountId: "1234", reason: ["sales", "sales"] }));
  const reply = await session.send(confirm);
  expect(reply.speech).toBe(
    "I'll ring your phone now. Pick up, and I'll connect you to Example Support.",
  );
  expect(store.records.get("context-1")?.callStarter).toBe("callback");
});
