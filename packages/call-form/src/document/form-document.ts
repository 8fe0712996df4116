import * as v from "valibot";
import { fieldKinds } from "../form/field.ts";

// What is not said here as a message is said by `problemOf`. Descriptions are what an editor shows.

function described<Schema extends v.GenericSchema>(schema: Schema, text: string) {
  return v.pipe(schema, v.description(text));
}

const text = v.pipe(v.string(), v.nonEmpty("must not be empty"));
const count = v.pipe(v.number(), v.integer("must be a whole number"), v.minValue(0));
const flag = v.boolean();

const fieldId = v.pipe(
  v.string(),
  v.regex(
    /^[a-z][A-Za-z_]{0,39}$/,
    "must be letters and underscores, the first one lower case: interaction models take no others; example: callBackNumber",
  ),
);

const valueId = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    "must be lower-case letters, digits and hyphens; example: order-status",
  ),
);

function lengthRange(most: number) {
  const message = `must be a length, or the shortest and the longest, 1 to ${most}; example: [4, 16]`;
  return v.union(
    [
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)),
      v.pipe(
        v.tuple([
          v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)),
          v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)),
        ]),
        v.check(([fewest, longest]) => fewest <= longest, message),
      ),
    ],
    message,
  );
}

const pattern = v.pipe(
  v.string(),
  v.check(isRegularExpression, "must be a regular expression; example: ^[A-Z]{2}\\d+$"),
);

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source, "u").source !== "";
  } catch {
    return false;
  }
}

const common = {
  id: described(
    fieldId,
    "The field's name in the call context, in interaction models and in ROUTES (`context.<id>`). Who calls is `callerName`, why is `reason`.",
  ),
  required: v.optional(
    described(flag, "No call without an answer. Default: true for reason, else false."),
  ),
  skippable: v.optional(
    described(flag, "“I don't know” goes on without an answer. Default: true unless required."),
  ),
  asked: v.optional(
    described(
      v.pipe(count, v.maxValue(5)),
      "How often it is asked at most; 0: never asked, but taken when it is said. Default: 2.",
    ),
  ),
  sensitive: v.optional(
    described(flag, "Masked on pages and kept out of a contact's attributes. Default: false."),
  ),
  readBack: v.optional(
    described(
      flag,
      "Said back to the caller once heard. Default: true for name, account-id, phone and date, else false.",
    ),
  ),
};

const check = {
  "account-id": v.strictObject({
    length: v.optional(described(lengthRange(40), "Number of characters. Default: [4, 16].")),
    luhn: v.optional(described(flag, "Digits only, the last one a Luhn check digit.")),
    pattern: v.optional(
      described(pattern, "What the whole ID must match, in upper case and without separators."),
    ),
  }),
  date: v.strictObject({
    in: v.optional(
      described(v.picklist(["past", "future"]), "Today counts as both. Default: any date."),
    ),
  }),
  number: v.pipe(
    v.strictObject({
      min: v.optional(described(v.number(), "The smallest that is taken.")),
      max: v.optional(described(v.number(), "The largest that is taken.")),
    }),
    v.check(
      ({ min = -Infinity, max = Infinity }) => min <= max,
      "must have a min that is not above its max",
    ),
  ),
  phone: v.strictObject({
    countries: v.optional(
      described(
        v.pipe(
          v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, "must be a country; example: US"))),
          v.minLength(1, "must name a country; example: US"),
        ),
        'Where the number may be from, ISO 3166-1. Default: ["US", "CA"].',
      ),
    ),
  }),
  words: v.strictObject({
    length: v.optional(described(lengthRange(120), "Number of characters. Default: [1, 120].")),
  }),
};

const fieldDocument = v.variant(
  "kind",
  [
    v.strictObject({
      kind: v.literal("name"),
      ...common,
      fromProfile: v.optional(
        described(
          flag,
          "Takes the given name of the caller's Alexa account, where they allow it, and asks only where there is none. For callerName; needs a permission: `pnpm skill:models`. Default: false.",
        ),
      ),
    }),
    v.strictObject({ kind: v.literal("reason"), ...common }),
    v.strictObject({ kind: v.literal("yes-no"), ...common }),
    v.strictObject({
      kind: v.literal("choice"),
      ...common,
      choices: described(
        v.pipe(v.array(valueId), v.minLength(2, "must have at least two ids")),
        "The ids of what can be chosen; their words are in words/<locale>.json.",
      ),
    }),
    v.strictObject({
      kind: v.literal("account-id"),
      ...common,
      check: v.optional(check["account-id"], {}),
    }),
    v.strictObject({ kind: v.literal("date"), ...common, check: v.optional(check.date, {}) }),
    v.strictObject({ kind: v.literal("number"), ...common, check: v.optional(check.number, {}) }),
    v.strictObject({ kind: v.literal("phone"), ...common, check: v.optional(check.phone, {}) }),
    v.strictObject({ kind: v.literal("words"), ...common, check: v.optional(check.words, {}) }),
  ],
  `must be one of ${fieldKinds.join(", ")}`,
);

const days = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
const timeOfDay = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "must be a time of day; example: 08:30"),
);

const hoursDocument = v.strictObject({
  timeZone: described(
    v.pipe(v.string(), v.check(isTimeZone, "must be an IANA time zone; example: America/Winnipeg")),
    "Where the company's clock is, as an IANA time zone.",
  ),
  open: described(
    v.pipe(
      v.array(
        v.pipe(
          v.strictObject({
            days: v.pipe(v.array(v.picklist(days)), v.minLength(1, "must name a day")),
            from: timeOfDay,
            to: timeOfDay,
          }),
          v.check(({ from, to }) => from < to, "must open before it closes"),
        ),
      ),
      v.minLength(1, "must have one entry at least; leave hours out if you are always open"),
    ),
    "When somebody answers.",
  ),
  outside: v.exactOptional(
    described(
      v.picklist(["no-call", "call"], "must be no-call or call"),
      "What callers get outside them, having heard that nobody answers: `no-call` (default), or `call`, where a voice mail takes it or somebody calls back.",
    ),
  ),
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** `call-form.json` as its author writes it. */
export const formDocument = v.pipe(
  v.strictObject({
    $schema: v.optional(described(v.string(), "The schema that your editor completes by.")),
    company: described(
      v.strictObject({
        name: described(text, "As Alexa says it. A locale's words may have another."),
        invocationName: described(
          text,
          "What callers say to open the skill: two words or more, lower case. A locale's words may have another.",
        ),
        phoneNumber: v.optional(
          described(text, "What callers are told who ask for your number, as Alexa is to say it."),
        ),
      }),
      "Whom the skill calls.",
    ),
    locales: described(
      v.pipe(
        v.array(
          v.pipe(
            v.string(),
            v.regex(/^(en|es|fr)-[A-Z]{2}$/, "must be a locale in en, es or fr; example: en-US"),
          ),
        ),
        v.minLength(1, "must name a locale; example: en-US"),
      ),
      "Each has its words in words/<locale>.json. The first is what callers of other languages hear.",
    ),
    fields: described(
      v.pipe(v.array(fieldDocument), v.minLength(1, "must have a field")),
      "What callers are asked, in this order.",
    ),
    reasons: described(
      v.pipe(v.array(valueId), v.minLength(1, "must have an id; example: billing")),
      "The ids of why people call; their words are in words/<locale>.json. With one reason nobody is asked. Give one the id `other`, for whatever matches none.",
    ),
    confirmation: v.optional(
      described(
        v.strictObject({
          repeats: v.optional(
            described(v.array(v.string()), 'The fields it says again. Default: ["reason"].'),
          ),
        }),
        "The question before the call.",
      ),
    ),
    hours: v.optional(
      described(
        hoursDocument,
        "When somebody answers. Outside them callers hear so before the first question.",
      ),
    ),
  }),
  v.title("Call form"),
  v.description("What a skill asks before a call. See docs/call-form.md."),
);

export type FormDocument = v.InferOutput<typeof formDocument>;
export type FieldDocument = FormDocument["fields"][number];
