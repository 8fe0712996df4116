import type { CallFormDocuments } from "../src/form/read-call-form.ts";

/** The documents of a small clinic's form, as a test may spoil them. */
export interface Draft {
  form: Record<string, unknown> & { fields: Record<string, unknown>[] };
  words: Record<string, Record<string, unknown>>;
}

/** A form with one field of every kind, in two languages; without a mistake until a test makes one. */
export function formDocuments(spoil: (draft: Draft) => void = () => undefined): CallFormDocuments {
  const draft: Draft = { form: aForm(), words: { "en-US": english(), "fr-CA": french() } };
  spoil(draft);
  return draft;
}

function aForm(): Draft["form"] {
  return {
    company: { name: "Oak Clinic", invocationName: "oak clinic" },
    locales: ["en-US", "fr-CA"],
    fields: [
      { id: "callerName", kind: "name" },
      { id: "accountId", kind: "account-id", check: { length: 8, luhn: true } },
      { id: "birthday", kind: "date", required: true, sensitive: true, check: { in: "past" } },
      { id: "callBackNumber", kind: "phone" },
      { id: "practice", kind: "choice", choices: ["north", "south"] },
      { id: "visits", kind: "number", asked: 0, check: { min: 1, max: 99 } },
      { id: "urgent", kind: "yes-no" },
      { id: "note", kind: "words", check: { length: [3, 60] } },
      { id: "reason", kind: "reason" },
    ],
    reasons: ["appointment", "prescription", "other"],
    confirmation: { repeats: ["reason", "practice"] },
  };
}

function english(): Draft["words"][string] {
  return {
    reasons: {
      appointment: { name: "an appointment", synonyms: ["my appointment"] },
      prescription: { name: "a prescription" },
      other: { name: "something else", about: "" },
    },
    fields: {
      birthday: { called: ["date of birth", "birthday"], carriers: ["i was born on {…}"] },
      practice: {
        called: ["practice"],
        repeat: "at the {value} practice",
        choices: { north: { name: "north" }, south: { name: "south", synonyms: ["the new one"] } },
      },
      visits: { called: ["number of visits"] },
      urgent: { called: ["urgency"], ask: "Is it urgent?" },
      note: { called: ["note"], carriers: ["please note that {…}"] },
    },
  };
}

function french(): Draft["words"][string] {
  return {
    reasons: {
      appointment: { name: "un rendez-vous" },
      prescription: { name: "une ordonnance" },
      other: { name: "autre chose", about: "" },
    },
    fields: {
      birthday: { called: ["la date de naissance"], carriers: ["je suis né le {…}"] },
      practice: {
        called: ["la clinique"],
        repeat: "à la clinique {value}",
        choices: { north: { name: "nord" }, south: { name: "sud" } },
      },
      visits: { called: ["le nombre de visites"] },
      urgent: { called: ["l'urgence"], ask: "Est-ce que ça presse?" },
      note: { called: ["la note"], carriers: ["notez que {…}"] },
    },
  };
}
