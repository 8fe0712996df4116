import type { CallForm } from "@skill-call/call-form";
import type { RequestInterceptor } from "ask-sdk-core";
import type { Intent, RequestEnvelope } from "ask-sdk-model";
import { slotPhrases } from "../alexa/slot-phrases.ts";
import { prepareTurn, type Turn, turnOf } from "../alexa/turn.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { reasonSlotValue } from "../conversation/reason.ts";
import type { Danger, ExpectedAnswer } from "../safety/danger.ts";
import type { Ears } from "../safety/ears.ts";
import { hearDanger } from "../safety/hear-danger.ts";

/** The models' own intents for it; what else a caller says may end up in any slot. */
const intents: Readonly<Record<string, Danger>> = {
  EmergencyIntent: "emergency",
  CrisisIntent: "crisis",
};

/** Listens, in every request, whether somebody is in danger. */
export function dangerInterceptor(ears: Ears): RequestInterceptor {
  return {
    process(input) {
      const danger = dangerIn(input.requestEnvelope, turnOf(input), ears);
      if (danger) prepareTurn(input, { danger });
    },
  };
}

function dangerIn(
  { request }: RequestEnvelope,
  { catalog, conversation, hearing }: Turn,
  ears: Ears,
): Turn["danger"] {
  if (request.type !== "IntentRequest" && request.type !== "CanFulfillIntentRequest")
    return undefined;
  const danger = intents[request.intent.name];
  if (danger !== undefined) return { danger, isSure: true };
  const answers = spokenAnswers(request.intent, conversation, hearing.form);
  if (answers.length === 0) return undefined;
  const heard = hearDanger(answers, ears(catalog.safety));
  const isDenied = heard?.isSure === false && heard.phrase === conversation.noEmergency;
  return isDenied ? undefined : heard;
}

const expectedAnswers: Readonly<Record<string, ExpectedAnswer>> = {
  name: "name",
  "account-id": "account-id",
};

/** What was said in this turn: Alexa sends along what the skill knows already. */
function spokenAnswers({ slots }: Intent, { answers, reason }: Conversation, { fields }: CallForm) {
  const known = [...Object.values(answers).map(String), reason && reasonSlotValue(reason)];
  const kinds = new Map(fields.map(({ id, kind }) => [id, kind]));
  return Object.entries(slots ?? {}).flatMap(([name, slot]) =>
    slotPhrases(slot)
      .filter((phrase) => !known.includes(phrase))
      .map((phrase) => ({
        phrase,
        expected: expectedAnswers[kinds.get(name) ?? ""] ?? ("words" as const),
      })),
  );
}
