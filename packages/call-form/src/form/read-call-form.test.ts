import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Draft, formDocuments } from "../../test/form-documents.ts";
import { CallFormError, isCallFormError, mistakeLine } from "../errors.ts";
import { readCallForm } from "./read-call-form.ts";

function mistakesOf(spoil: (draft: Draft) => void): string[] {
  try {
    readCallForm(formDocuments(spoil));
    return [];
  } catch (error) {
    if (!isCallFormError(error)) throw error;
    return error.mistakes.map(mistakeLine);
  }
}

function field(id: string, changes: Readonly<Record<string, unknown>>) {
  return ({ form }: Draft) => {
    Object.assign(form.fields.find((each) => each.id === id) ?? {}, changes);
  };
}

function englishField(id: string, changes: Readonly<Record<string, unknown>>) {
  return ({ words }: Draft) => {
    const { fields } = words["en-US"] as { fields: Record<string, object> };
    fields[id] = { ...fields[id], ...changes };
  };
}

test("a form without mistakes is read", () => {
  expect(mistakesOf(() => undefined)).toEqual([]);
});

const mistakes: readonly (readonly [(draft: Draft) => void, string])[] = [
  [
    field("accountId", { check: { length: [9, 4] } }),
    "call-form.json /fields/1/check/length: must be a length, or the shortest and the longest, 1 to 40; example: [4, 16]",
  ],
  [
    field("accountId", { check: { length: "8" } }),
    "call-form.json /fields/1/check/length: must be a length, or the shortest and the longest, 1 to 40; example: [4, 16]",
  ],
  [
    field("accountId", { check: { luhn: "yes" } }),
    'call-form.json /fields/1/check/luhn: must be true or false, not "yes"',
  ],
  [
    field("accountId", { check: { pattern: "(" } }),
    "call-form.json /fields/1/check/pattern: must be a regular expression; example: ^[A-Z]{2}\\d+$",
  ],
  [field("accountId", { chek: {} }), "call-form.json /fields/1/chek: is not known here"],
  [
    field("accountId", { kind: "account" }),
    "call-form.json /fields/1/kind: must be one of name, account-id, reason, choice, date, number, phone, yes-no, words",
  ],
  [
    field("accountId", { kind: "words", check: {} }),
    "call-form.json /fields/1/kind: must be account-id: accountId is always of this kind",
  ],
  [
    field("birthday", { check: { in: "yesterday" } }),
    'call-form.json /fields/2/check/in: must be one of "past", "future"',
  ],
  [
    field("birthday", { skippable: true }),
    "call-form.json /fields/2/skippable: contradicts required: a required field has an answer",
  ],
  [
    field("birthday", { asked: 0 }),
    "call-form.json /fields/2/asked: contradicts required: nobody would ask for it",
  ],
  [
    field("callBackNumber", { check: { countries: ["usa"] } }),
    "call-form.json /fields/3/check/countries/0: must be a country; example: US",
  ],
  [
    field("practice", { choices: ["north"] }),
    "call-form.json /fields/4/choices: must have at least two ids",
  ],
  [field("practice", { choices: undefined }), "call-form.json /fields/4/choices: is missing"],
  [
    field("practice", { choices: ["north", "north", "south"] }),
    'call-form.json /fields/4/choices/1: "north" stands twice',
  ],
  [
    field("visits", { check: { min: 3, max: 2 } }),
    "call-form.json /fields/5/check: must have a min that is not above its max",
  ],
  [
    field("visits", { id: "status" }),
    'call-form.json /fields/5/id: "status" is the record\'s own; take another name',
  ],
  [
    field("visits", { id: "number-of-visits" }),
    "call-form.json /fields/5/id: must be letters and underscores, the first one lower case: interaction models take no others; example: callBackNumber",
  ],
  [
    ({ form }) => form.fields.push({ id: "friend", kind: "name", fromProfile: true }),
    "call-form.json /fields/9/fromProfile: is for callerName: the account's name is who calls",
  ],
  [
    field("reason", { id: "why" }),
    'call-form.json /fields/8/id: must be "reason": there is one reason to a call',
  ],
  [
    ({ form }) => form.fields.splice(0, 1),
    'call-form.json /fields: must have {"id": "callerName", "kind": "name"}',
  ],
  [
    ({ form }) => form.fields.pop(),
    'call-form.json /fields: must have {"id": "reason", "kind": "reason"}',
  ],
  [
    ({ form }) => form.fields.push({ id: "note", kind: "words" }),
    'call-form.json /fields/9/id: "note" stands twice',
  ],
  [
    ({ form }) => Object.assign(form, { reasons: ["appointment", "prescription"] }),
    'call-form.json /reasons: must have "other", for whatever matches none',
  ],
  [
    ({ form }) => Object.assign(form, { confirmation: { repeats: ["reasons"] } }),
    'call-form.json /confirmation/repeats/0: "reasons" is not a field',
  ],
  [
    ({ form }) => Object.assign(form, { company: { name: "Oak" } }),
    "call-form.json /company/invocationName: is missing",
  ],
  [
    ({ form }) => Object.assign(form, { locales: ["en-US", "fr-CA", "de-DE"] }),
    "call-form.json /locales/2: must be a locale in en, es or fr; example: en-US",
  ],
  [
    ({ form }) => Object.assign(form, { locales: ["en-US", "fr-CA", "es-US"] }),
    "words/es-US.json: is missing",
  ],
  [
    ({ form }) => Object.assign(form, { locales: ["en-US"] }),
    "words/fr-CA.json: fr-CA is not one of the form's locales",
  ],
  [
    ({ form }) =>
      Object.assign(form, {
        hours: { timeZone: "Winnipeg", open: [{ days: ["monday"], from: "08:00", to: "17:00" }] },
      }),
    "call-form.json /hours/timeZone: must be an IANA time zone; example: America/Winnipeg",
  ],
  [
    ({ form }) =>
      Object.assign(form, {
        hours: {
          timeZone: "America/Winnipeg",
          open: [{ days: ["monday"], from: "17:00", to: "08:00" }],
        },
      }),
    "call-form.json /hours/open/0: must open before it closes",
  ],
  [
    englishField("birthday", { called: undefined }),
    "words/en-US.json /fields/birthday/called: is missing: what do callers call birthday?",
  ],
  [
    englishField("birthday", { ask: "When were you born, {name}?" }),
    "words/en-US.json /fields/birthday/ask: {name} is filled with nothing; known here: {company}, {choices}",
  ],
  [
    englishField("birthday", { ask: "" }),
    "words/en-US.json /fields/birthday/ask: must not be empty",
  ],
  [
    englishField("birthday", { carriers: ["i was born"] }),
    "words/en-US.json /fields/birthday/carriers/0: must be spoken words with {…} once, where the value stands; example: my account is {…}",
  ],
  [
    englishField("birthday", { choices: {} }),
    "words/en-US.json /fields/birthday/choices: is for a choice; birthday is of kind date",
  ],
  [
    englishField("practice", { repeat: undefined }),
    "words/en-US.json /fields/practice/repeat: is missing: the confirmation repeats practice; example: for {value}",
  ],
  [
    englishField("practice", { choices: { north: { name: "north" } } }),
    "words/en-US.json /fields/practice/choices/south: is missing: it needs a name",
  ],
  [
    englishField("practice", {
      choices: { north: { name: "north" }, south: { name: "south", synonyms: ["North"] } },
    }),
    'words/en-US.json /fields/practice/choices/south/synonyms/0: "North" stands for north already',
  ],
  [
    englishField("doctor", { ask: "Which doctor?" }),
    "words/en-US.json /fields/doctor: is not a field of the form",
  ],
  [
    ({ words }) =>
      Object.assign(words["en-US"] ?? {}, {
        reasons: { appointment: { name: "an appointment" }, other: { name: "other" } },
      }),
    "words/en-US.json /reasons/prescription: is missing: it needs a name",
  ],
  [
    ({ words }) => Object.assign(words["fr-CA"] ?? {}, { sameAs: "es-US" }),
    "words/fr-CA.json /sameAs: there is no words/es-US.json",
  ],
  [
    ({ form, words }) => {
      form.locales = ["en-US", "fr-CA", "en-CA", "en-GB"];
      Object.assign(words, { "en-CA": { sameAs: "en-US" }, "en-GB": { sameAs: "en-CA" } });
    },
    "words/en-GB.json /sameAs: en-CA is the same as another locale itself",
  ],
  [
    ({ form }) =>
      Object.assign(form, { reasons: ["appointment", "prescription", "other", "other"] }),
    'call-form.json /reasons/3: "other" stands twice',
  ],
  [
    ({ form }) => Object.assign(form, { locales: ["en-US", "fr-CA", "en-US"] }),
    'call-form.json /locales/2: "en-US" stands twice',
  ],
];

// One mistake may bring others with it, such as words for a field that is not there any more.
test.each(mistakes)("a mistake is named with its place: %#", (spoil, line) => {
  expect(mistakesOf(spoil)[0]).toBe(line);
});

test.each<[string, (draft: Draft) => void]>([
  [
    "a reason that is required and may be skipped",
    field("reason", { required: true, skippable: true }),
  ],
  ["the caller's name from the account", field("callerName", { fromProfile: true })],
  [
    "a friend's name that is not from the account",
    ({ form, words }) => {
      form.fields.push({ id: "friend", kind: "name", fromProfile: false });
      for (const each of Object.values(words))
        each.fields = { ...(each.fields as object), friend: { called: ["friend"] } };
    },
  ],
])("%s is no mistake", (_, spoil) => {
  expect(mistakesOf(spoil)).toEqual([]);
});

/** What may stand in braces in a sentence of words/en-US.json, by the sentence's place. */
const placeholders: readonly (readonly [string, readonly string[]])[] = [
  ...["ask", "reprompt", "help", "unclear", "skipped", "givenUp", "needed", "label"].map(
    (name) => [`/fields/practice/${name}`, ["company", "choices"]] as const,
  ),
  ["/fields/practice/heard", ["value"]],
  ["/fields/practice/repeat", ["value"]],
  ...["ask", "reprompt", "help"].flatMap((name) => [
    [`/confirmation/${name}`, ["company", "about"]] as const,
    [`/change/${name}`, ["company", "phoneNumber"]] as const,
  ]),
  ["/welcome", ["company", "phoneNumber"]],
  ["/purpose", ["company", "phoneNumber"]],
  ["/open", ["company", "phoneNumber", "hours"]],
  ["/closed", ["company", "phoneNumber", "hours"]],
];

test.each(placeholders)("at %s a sentence may have {%j}, and no other", (place, names) => {
  const [, ...steps] = place.split("/");
  const saying = (text: string) => (draft: Draft) => {
    let at = draft.words["en-US"] as Record<string, Record<string, unknown>>;
    for (const step of steps.slice(0, -1)) {
      at[step] = { ...at[step] };
      at = at[step] as typeof at;
    }
    Object.assign(at, { [steps.at(-1) ?? ""]: text });
  };
  const known = names.map((name) => `{${name}}`);
  expect(mistakesOf(saying(known.join(" ")))).toEqual([]);
  expect(mistakesOf(saying("{weather}"))).toEqual([
    `words/en-US.json ${place}: {weather} is filled with nothing; known here: ${known.join(", ")}`,
  ]);
});

test("all mistakes are named at once, in one clear error", () => {
  const documents = formDocuments((draft) => {
    field("practice", { choices: ["north", "east"] })(draft);
    field("visits", { id: "status" })(draft);
  });
  expect(() => readCallForm(documents)).toThrow(CallFormError);
  expect(() => readCallForm(documents)).toThrow(
    [
      "The call form has 9 mistakes:",
      '- call-form.json /fields/5/id: "status" is the record\'s own; take another name',
      "- words/en-US.json /fields/visits: is not a field of the form",
      "- words/en-US.json /fields/practice/choices/east: is missing: it needs a name",
      "- words/en-US.json /fields/practice/choices/south: is not in the form",
      "- words/en-US.json /fields/status/called: is missing: what do callers call status?",
    ].join("\n"),
  );
});

test("a form may ask for no reason if there is one reason only", () => {
  const form = readCallForm(
    formDocuments(({ form, words }) => {
      form.fields.pop();
      Object.assign(form, { reasons: ["appointment"], confirmation: { repeats: [] } });
      for (const each of Object.values(words))
        each.reasons = { appointment: { name: "rendez vous" } };
    }),
  );
  expect(form.reasons).toEqual(["appointment"]);
});

test("what an author leaves out follows from the kind", () => {
  const { fields } = readCallForm(formDocuments());
  expect(fields.slice(0, 2)).toEqual([
    {
      id: "callerName",
      kind: "name",
      required: false,
      skippable: true,
      asked: 2,
      sensitive: false,
      readBack: true,
    },
    {
      id: "accountId",
      kind: "account-id",
      required: false,
      skippable: true,
      asked: 2,
      sensitive: false,
      readBack: true,
      check: { length: [8, 8], luhn: true },
    },
  ]);
  expect(fields.at(-1)).toEqual({
    id: "reason",
    kind: "reason",
    required: true,
    skippable: true,
    asked: 2,
    sensitive: false,
    readBack: false,
  });
});

test("what an author says of a field stands", () => {
  const said = { required: true, skippable: false, asked: 1, sensitive: true, readBack: false };
  const { fields } = readCallForm(
    formDocuments(({ form }) => {
      for (const each of form.fields) Object.assign(each, said);
    }),
  );
  for (const each of fields) expect(each).toMatchObject(said);
});

/** The check of each kind, as its author writes it and as it is read. */
test.each<[string, object, object]>([
  ["account-id", {}, { length: [4, 16], luhn: false }],
  ["account-id", { length: 6 }, { length: [6, 6], luhn: false }],
  [
    "account-id",
    { length: [2, 9], luhn: true, pattern: "^A" },
    { length: [2, 9], luhn: true, pattern: "^A" },
  ],
  ["date", {}, {}],
  ["date", { in: "future" }, { in: "future" }],
  ["date", { in: undefined }, {}],
  ["number", { max: 3, min: undefined }, { max: 3 }],
  ["phone", {}, { countries: ["US", "CA"] }],
  ["phone", { countries: ["MX"] }, { countries: ["MX"] }],
  ["words", {}, { length: [1, 120] }],
  ["words", { length: [2, 9] }, { length: [2, 9] }],
])("the check of a field of kind %s: %j is %j", (kind, check, read) => {
  const { fields } = readCallForm(
    formDocuments(({ form }) => {
      for (const each of form.fields) if (each.kind === kind) each.check = check;
    }),
  );
  const [found] = fields.filter((each) => each.kind === kind);
  expect(found && "check" in found && found.check).toStrictEqual(read);
});

test.each([
  ["name", true],
  ["account-id", true],
  ["phone", true],
  ["date", true],
  ["reason", false],
  ["choice", false],
  ["number", false],
  ["yes-no", false],
  ["words", false],
])("whether a field of kind %s is read back, where its author does not say: %s", (kind, read) => {
  const { fields } = readCallForm(formDocuments());
  expect(fields.filter((each) => each.kind === kind).map(({ readBack }) => readBack)).toEqual([
    read,
  ]);
});

test.each<[boolean | undefined, object]>([
  [true, { fromProfile: true }],
  [false, {}],
  [undefined, {}],
])("fromProfile %s of a name is kept as %j", (fromProfile, kept) => {
  const { fields } = readCallForm(formDocuments(field("callerName", { fromProfile })));
  const { id: _id, kind: _kind, ...others } = fields[0] as (typeof fields)[0];
  expect(others).toStrictEqual({
    ...{ required: false, skippable: true, asked: 2, sensitive: false, readBack: true },
    ...kept,
  });
});

const open = [{ days: ["monday"], from: "08:00", to: "12:00" }];
const openHours = { timeZone: "America/Winnipeg", open };

test("of hours is said when they are, and that nobody is called outside them", () => {
  const { hours, words } = readCallForm(
    formDocuments(({ form }) => Object.assign(form, { hours: openHours })),
  );
  expect(hours).toEqual({ ...openHours, outside: "no-call" });
  expect(words[0]).toMatchObject({
    hours: "Monday from 8 AM to noon",
    open: "We're open {hours}.",
    closed: "{company} is closed right now, so I can't call. We're open {hours}.",
  });
});

test("what an author says of the hours stands", () => {
  const { hours, words } = readCallForm(
    formDocuments(({ form, words }) => {
      Object.assign(form, { hours: { ...openHours, outside: "call" } });
      Object.assign(words["en-US"] ?? {}, { hours: "in the morning" });
    }),
  );
  expect(hours?.outside).toBe("call");
  expect(words[0].hours).toBe("in the morning");
  expect(words[0].closed).toContain("your call may not be answered");
  expect(words[1]?.hours).toBe("le lundi de 8 h à midi");
});

test("without hours nothing is said of them, whatever a locale says", () => {
  const { hours, words } = readCallForm(
    formDocuments(({ words }) => Object.assign(words["en-US"] ?? {}, { hours: "at night" })),
  );
  expect([hours, words[0].hours]).toEqual([undefined, undefined]);
});

test("before the call the reason is said again, where its author does not say", () => {
  const { repeats } = readCallForm(
    formDocuments(({ form }) => Object.assign(form, { confirmation: undefined })),
  );
  expect(repeats).toEqual(["reason"]);
});

test("a locale may be the same as another but for some words", () => {
  const { words } = readCallForm(
    formDocuments(({ form, words }) => {
      form.locales = ["en-US", "fr-CA", "en-CA"];
      words["en-CA"] = { sameAs: "en-US", fields: { birthday: { ask: "When were you born?" } } };
    }),
  );
  expect(words[2]?.fields.birthday?.ask).toBe("When were you born?");
  expect(words[2]?.fields.birthday?.called).toEqual(["date of birth", "birthday"]);
  expect(words[2]?.reasons).toEqual(words[0].reasons);
});

test("whatever the documents hold, the form is read or its mistakes are named", () => {
  const { form, words } = formDocuments();
  const known = fc.constantFrom(form, ...Object.values(words), ...Object.values(form as object));
  const documents = fc.record({
    form: fc.oneof(
      fc.json().map((json) => JSON.parse(json)),
      fc.constant(form),
    ),
    words: fc.dictionary(fc.constantFrom("en-US", "fr-CA", "x"), fc.oneof(known, fc.object())),
  });
  fc.assert(
    fc.property(documents, (any) => {
      try {
        readCallForm(any);
      } catch (error) {
        expect(isCallFormError(error)).toBe(true);
      }
    }),
  );
});
