import * as v from "valibot";

const outputSpeech = v.variant("type", [
  v.object({ type: v.literal("PlainText"), text: v.string() }),
  v.object({ type: v.literal("SSML"), ssml: v.string() }),
]);

const image = v.object({
  smallImageUrl: v.nullish(v.string()),
  largeImageUrl: v.nullish(v.string()),
});

const card = v.variant("type", [
  v.object({
    type: v.literal("Simple"),
    title: v.nullish(v.string()),
    content: v.nullish(v.string()),
  }),
  v.object({
    type: v.literal("Standard"),
    title: v.nullish(v.string()),
    text: v.nullish(v.string()),
    image: v.nullish(image),
  }),
  v.object({ type: v.literal("LinkAccount") }),
  v.object({
    type: v.literal("AskForPermissionsConsent"),
    permissions: v.pipe(v.array(v.string()), v.minLength(1)),
  }),
]);

const certainty = v.picklist(["YES", "NO", "MAYBE"]);

const canFulfillIntent = v.object({
  canFulfill: certainty,
  slots: v.nullish(
    v.record(
      v.string(),
      v.object({ canUnderstand: certainty, canFulfill: v.nullish(v.picklist(["YES", "NO"])) }),
    ),
  ),
});

const directive = v.looseObject({ type: v.string() });

/** What a skill may answer: "Request and Response JSON Reference". */
export const responseSchema = v.object({
  version: v.string(),
  sessionAttributes: v.nullish(v.record(v.string(), v.unknown())),
  response: v.object({
    outputSpeech: v.nullish(outputSpeech),
    reprompt: v.nullish(v.object({ outputSpeech: v.nullish(outputSpeech) })),
    card: v.nullish(card),
    directives: v.nullish(v.array(directive)),
    shouldEndSession: v.nullish(v.boolean()),
    canFulfillIntent: v.nullish(canFulfillIntent),
  }),
});

/** A card as the Alexa app shows it. */
export type Card = v.InferOutput<typeof card>;
/** A directive as the skill wrote it. */
export type RawDirective = v.InferOutput<typeof directive>;
/** Whether the skill would carry an intent out: "Implement CanFulfillIntentRequest for Name-free Interaction". */
export type CanFulfillIntent = v.InferOutput<typeof canFulfillIntent>;
export type OutputSpeech = v.InferOutput<typeof outputSpeech>;
