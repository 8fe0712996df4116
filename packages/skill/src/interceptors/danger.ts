import {
  type CallForm,
  changeSlotName,
  correctedSlotName,
  rejectedSlotName,
} from "@skill-call/call-form";
import type { RequestInterceptor } from "ask-sdk-core";
import type { Intent } from "ask-sdk-model";
import { slotPhrases } from "../alexa/slot-phrases.ts";
import { prepareTurn, type Turn, turnOf } from "../alexa/turn.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { reasonSlotValue } from "../conversation/reason.ts";
import type { Danger, DangerEar, ExpectedAnswer } from "../safety/danger.ts";
import type { Ears } from "../safety/ears.ts";
import { hearDanger, type SpokenAnswer } from "../safety/hear-danger.ts";
import type { SafetyGrammar } from "../safety/safety-grammar.ts";

/** The models' own intents for it; what else a caller says may end up in any slot. */
const intents: Readonly<Record<string, Danger>> = {
  EmergencyIntent: "emergency",
  CrisisIntent: "crisis",
};

/** Listens, in every request, whether somebody is in danger. */
export function dangerInterceptor(ears: Ears): RequestInterceptor {
  return {
    process(input) {
      const { request } = input.requestEnvelope;
      if (request.type !== "IntentRequest" && request.type !== "CanFulfillIntentRequest") return;
      const { catalog, conversation, hearing } = turnOf(input);
      const { safety } = catalog;
      const ear: DangerEar = (phrase, expected) => ears(safety)(phrase, expected);
      const { form } = hearing;
      const danger = dangerIn(request.intent, {
        conversation,
        form,
        safety,
        ear,
      });
      if (danger) prepareTurn(input, { danger });
    },
  };
}

/** What is known where somebody speaks, and the ear of their language. */
export interface Listening {
  readonly conversation: Conversation;
  readonly form: CallForm;
  readonly safety: Pick<SafetyGrammar, "negation" | "corrections">;
  readonly ear: DangerEar;
}

/** The danger that an intent tells of: by its name, or in what its slots say that is new. */
export function dangerIn(
  intent: Intent,
  { conversation, form, safety, ear }: Listening,
): Turn["danger"] {
  const danger = intents[intent.name];
  if (danger !== undefined) return { danger, isSure: true };
  const answers = [
    ...spokenAnswers(intent, { conversation, form, safety }),
    ...negatedAnswers(intent, form, safety.negation),
  ];
  const heard = hearDanger(answers, ear);
  const isDenied = heard?.isSure === false && heard.phrase === conversation.noEmergency;
  return isDenied ? undefined : heard;
}

const expectedAnswers: Readonly<Record<string, ExpectedAnswer>> = {
  name: "name",
  "account-id": "account-id",
};

/** What was said in this turn: Alexa sends along what the skill knows already. */
function spokenAnswers(
  { slots }: Intent,
  { conversation, form, safety }: Omit<Listening, "ear">,
): readonly SpokenAnswer[] {
  const { answers, reason } = conversation;
  const known = [...Object.values(answers).map(String), reason && reasonSlotValue(reason)];
  const kinds = new Map(
    form.fields.flatMap((field) => [
      [field.id, field.kind],
      [correctedSlotName(field), field.kind],
    ]),
  );
  const before = new Map([
    ...[...form.fields, { id: changeSlotName }].map(
      (field) => [correctedSlotName(field), safety.corrections] as const,
    ),
    ...form.fields.map((field) => [rejectedSlotName(field), [safety.negation]] as const),
  ]);
  return Object.entries(slots ?? {}).flatMap(([name, slot]) =>
    slotPhrases(slot)
      .filter((phrase) => !known.includes(phrase))
      .map((phrase) => {
        const expected = expectedAnswers[kinds.get(name) ?? ""] ?? "words";
        const behind = before.get(name);
        return { phrase, expected, ...(behind && { behind }) };
      }),
  );
}

/** "My baby is not breathing" may come as a value and one that is not meant: put together again. */
export function negatedAnswers(
  { slots }: Intent,
  { fields }: CallForm,
  negation: string,
): readonly SpokenAnswer[] {
  return fields.flatMap((field) => {
    const [rejected] = slotPhrases(slots?.[rejectedSlotName(field)]);
    if (rejected === undefined) return [];
    const [value = ""] = slotPhrases(slots?.[field.id]);
    return [`${value} ${negation} ${rejected}`, `${negation} ${rejected} ${value}`].map(
      (phrase) => ({ phrase: phrase.trim(), expected: "words" as const }),
    );
  });
}
