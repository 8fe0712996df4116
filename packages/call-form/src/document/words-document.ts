import * as v from "valibot";

function described<Schema extends v.GenericSchema>(schema: Schema, text: string) {
  return v.pipe(schema, v.description(text));
}

const sentence = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));

/** What may stand in a sample utterance besides slots ("Create Intents, Utterances, and Slots", Alexa Skills Kit). */
const spokenWords = v.pipe(
  v.string(),
  v.regex(
    /^[\p{L}\p{M}_.'’-]+( [\p{L}\p{M}_.'’-]+)*$/u,
    "must be words as they are spoken: no digits, no punctuation, single spaces; example: where is my order",
  ),
);

const carrier = v.pipe(
  v.string(),
  v.regex(
    /^(?=.*\{…\})(?!.*\{…\}.*\{…\})[\p{L}\p{M}_.'’ {…}-]+$/u,
    "must be spoken words with {…} once, where the value stands; example: my account is {…}",
  ),
);

const value = v.strictObject({
  name: described(spokenWords, "As Alexa offers it and callers say it."),
  synonyms: v.optional(described(v.array(spokenWords), "What else callers say for it.")),
});

const reason = v.strictObject({
  ...value.entries,
  about: v.optional(
    described(
      v.pipe(v.string(), v.trim()),
      "How it stands in “Shall I call … about billing now?”; empty to leave it out.",
    ),
  ),
});

const fieldWords = v.strictObject({
  label: v.optional(described(sentence, "As the agent reads it.")),
  called: v.optional(
    described(
      v.pipe(v.array(spokenWords), v.minLength(1, "must have one name at least")),
      "What callers call it, the first as Alexa says it: “account number”; in Spanish and French with the article: “el número de cuenta”, “la date de naissance”.",
    ),
  ),
  ask: v.optional(described(sentence, "The question.")),
  reprompt: v.optional(described(sentence, "Said when the caller says nothing.")),
  help: v.optional(described(sentence, "Said when the caller asks for help, before the question.")),
  heard: v.optional(described(sentence, "Says an answer back; {value} is what was heard.")),
  unclear: v.optional(described(sentence, "An answer that does not fit, before asking again.")),
  skipped: v.optional(described(sentence, "The caller goes on without an answer.")),
  givenUp: v.optional(described(sentence, "Asked often enough: goes on without an answer.")),
  needed: v.optional(described(sentence, "“I don't know” to a field that is required.")),
  repeat: v.optional(
    described(sentence, "How the confirmation says it again: “at the {value} practice”."),
  ),
  carriers: v.optional(
    described(v.array(carrier), "What callers say around it at any time: “my account is {…}”."),
  ),
  answers: v.optional(
    described(v.array(carrier), "What callers say around it when they are asked: “it's {…}”."),
  ),
  choices: v.optional(described(v.record(v.string(), value), "The words of a choice, by its id.")),
});

const question = v.strictObject({
  ask: v.optional(sentence),
  reprompt: v.optional(sentence),
  help: v.optional(sentence),
});

/** `words/<locale>.json` as its author writes it. */
export const wordsDocument = v.pipe(
  v.strictObject({
    $schema: v.optional(described(v.string(), "The schema that your editor completes by.")),
    sameAs: v.optional(
      described(v.string(), "A locale whose words are used wherever this document has none."),
    ),
    company: v.optional(
      described(
        v.strictObject({
          name: v.optional(sentence),
          invocationName: v.optional(sentence),
          phoneNumber: v.optional(sentence),
        }),
        "Where the company has other names in this locale.",
      ),
    ),
    welcome: v.optional(described(sentence, "Said when the skill is opened.")),
    purpose: v.optional(
      described(sentence, "What the skill does, for those who ask for help first."),
    ),
    hours: v.optional(
      described(
        sentence,
        "The hours as Alexa says them: “Monday to Friday from 8 AM to 5 PM, Central time”. Default: from the form's hours.",
      ),
    ),
    open: v.optional(described(sentence, "The hours, for callers who ask: “We're open {hours}.”")),
    closed: v.optional(
      described(sentence, "Said outside the hours, before the first question; {hours} tells them."),
    ),
    reasons: v.optional(
      described(v.record(v.string(), reason), "The words of the reasons, by their ids."),
    ),
    fields: v.optional(
      described(v.record(v.string(), fieldWords), "The words of the fields, by their ids."),
    ),
    confirmation: v.optional(
      described(question, "Whether to call: {company}, {about} (what is repeated)."),
    ),
    change: v.optional(described(question, "What to change, after a no.")),
    sentences: v.optional(
      described(
        v.record(v.string(), sentence),
        "Other sentences for the skill's own, by their names: see docs/call-form.md.",
      ),
    ),
  }),
  v.title("Words of a call form"),
  v.description("How a skill asks in one locale. See docs/call-form.md."),
);

export type WordsDocument = v.InferOutput<typeof wordsDocument>;
export type FieldWordsDocument = NonNullable<WordsDocument["fields"]>[string];
