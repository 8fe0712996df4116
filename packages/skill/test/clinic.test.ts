import { expect, test } from "@jest/globals";
import { readCallFormFile } from "@skill-call/call-form/files";
import type { Slot } from "ask-sdk-model";
import { AlexaSession, launch, type Move, yes } from "./alexa-session.ts";
import { skillUnderTest } from "./skill-under-test.ts";

const form = readCallFormFile("../../examples/clinic/call-form.json");

/** An utterance that fills one slot; with an id for a value of the form. */
function answer(name: string, value: string, id?: string): Move {
  return ({ slots }) => ({
    type: "IntentRequest",
    intent: {
      name: "CallIntent",
      confirmationStatus: "NONE",
      slots: { ...slots, [name]: slotOf(name, value, id) },
    },
    dialogState: "IN_PROGRESS",
  });
}

function slotOf(name: string, value: string, id: string | undefined): Slot {
  const resolved = {
    authority: name,
    status: { code: "ER_SUCCESS_MATCH" as const },
    values: [{ value: { name: value, id: id ?? "" } }],
  };
  return {
    name,
    value,
    confirmationStatus: "NONE",
    ...(id !== undefined && { resolutions: { resolutionsPerAuthority: [resolved] } }),
  };
}

const answers = (words: readonly string[]): readonly Move[] => [
  answer("callerName", "anna"),
  answer("birthday", "2031-05-03"),
  answer("birthday", "1980-05-03"),
  answer("callBackNumber", "2045550123"),
  answer("practice", words[0] ?? "", "lakeside"),
  answer("urgency", words[1] ?? "", "today"),
  answer("reason", words[2] ?? "", "appointment"),
  yes,
];

test.each([
  {
    locale: "en-US",
    words: ["lakeside", "today", "an appointment"],
    heard: [
      "Welcome to Oak Clinic. I'll ask a few short questions, then I'll call the front desk for you. What's the patient's first name?",
      "Thank you. Anna. What's the patient's date of birth?",
      "Sorry, I didn't get a valid date of birth. What's the patient's date of birth?",
      "Born on 1980-05-03. Which number can we call back? Or say: skip it.",
      "Your call-back number is 2045550123. Which practice: north or lakeside?",
      "When do you need us: today, this week, or no hurry?",
      "What are you calling about?",
      "Shall I call Oak Clinic about an appointment at lakeside now?",
      "Calling Oak Clinic about an appointment at lakeside now.",
    ],
  },
  {
    locale: "fr-CA",
    words: ["du lac", "aujourd'hui", "un rendez-vous"],
    heard: [
      "Bienvenue à la Clinique du Chêne. Je vous pose quelques questions, puis j'appelle la réception. Quel est le prénom du patient?",
      "Merci. Anna. Quelle est la date de naissance du patient?",
      "Désolée, je n'ai pas entendu de date de naissance valide. Quelle est la date de naissance du patient?",
      "Date de naissance: 1980-05-03. À quel numéro peut-on vous rappeler? Ou dites: je ne sais pas.",
      "Votre numéro de rappel est 2045550123. Quelle clinique: nord ou du lac?",
      "Quand avez-vous besoin de nous: aujourd'hui, cette semaine ou rien ne presse?",
      "Quel est le motif de votre appel?",
      "Est-ce que j'appelle la Clinique du Chêne pour un rendez-vous à la clinique du lac maintenant?",
      "J'appelle la Clinique du Chêne pour un rendez-vous à la clinique du lac.",
    ],
  },
])(
  "the clinic's skill runs by configuration alone in $locale",
  async ({ locale, words, heard }) => {
    const { handler, started, store } = skillUnderTest({ form });
    const session = new AlexaSession({ handler, locale });
    const speech: string[] = [];
    for (const move of [launch, ...answers(words)]) speech.push((await session.send(move)).speech);
    expect(speech).toEqual(heard);
    expect(started).toHaveLength(1);
    expect(started[0]?.attributes).toEqual({
      practice: "lakeside",
      urgency: "today",
      reason: "appointment",
    });
    expect(store.records.get("context-1")).toMatchObject({
      callerName: "Anna",
      birthday: "1980-05-03",
      callBackNumber: "+12045550123",
      practice: "lakeside",
      urgency: "today",
      reason: { id: "appointment" },
      accountIdVerified: false,
    });
  },
);

test("a choice that is sensitive does not stand in contact records", async () => {
  const fields = form.fields.map((field) =>
    field.id === "practice" ? { ...field, sensitive: true } : field,
  );
  const { handler, started } = skillUnderTest({ form: { ...form, fields } });
  const session = new AlexaSession({ handler });
  for (const move of [launch, ...answers(["lakeside", "today", "an appointment"])])
    await session.send(move);
  expect(started[0]?.attributes).toEqual({ urgency: "today", reason: "appointment" });
});
