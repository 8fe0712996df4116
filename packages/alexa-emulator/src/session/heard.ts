import { confirmIntent, confirmSlot, type IntentState } from "../dialog/intent-state.ts";
import { called, type Ears, leavesSkill } from "../nlu/ears.ts";
import { withoutWakeWord } from "../nlu/invocation.ts";
import type { AskedSlot, Understanding } from "../nlu/nlu.ts";
import type { Utterance } from "../nlu/utterance.ts";
import { consentStatus } from "./consent.ts";
import type { Answer, Listening } from "./listening.ts";
import type { ConsentStatus } from "./request-envelope.ts";

/** What was said, in the light of what Alexa waits for. */
export type Heard =
  /** The skill was called by its name, in a session or not; without a request it is only opened. */
  | { readonly kind: "called"; readonly request: Understanding | undefined }
  | { readonly kind: "intent"; readonly understanding: Understanding }
  | { readonly kind: "confirmation"; readonly intent: IntentState }
  /** The status is absent where the answer is not clear. */
  | { readonly kind: "consent"; readonly status: ConsentStatus | undefined }
  | { readonly kind: "purchase"; readonly answer: "yes" | "no" | undefined }
  | { readonly kind: "exit" }
  | { readonly kind: "nothing" };

/** Without an open session, only a call by name counts. */
export function hear(text: Utterance, listening: Listening | undefined, ears: Ears): Heard {
  if (!listening) return heardByName(text, ears);
  const said = withoutWakeWord(text, ears.language.invocation);
  if (listening.kind === "consent")
    return { kind: "consent", status: consentStatus(said, ears.language, ears.yesOrNo) };
  if (listening.kind === "purchase") return { kind: "purchase", answer: ears.yesOrNo(said) };
  if (leavesSkill(said, ears)) return { kind: "exit" };
  const again = called(said, ears);
  if (again?.isAddressed) return { kind: "called", request: again.request };
  const confirmed = listening.kind === "answer" ? confirmation(said, listening, ears) : undefined;
  if (confirmed) return { kind: "confirmation", intent: confirmed };
  const understanding = ears.understand(said, askedSlot(listening));
  return understanding ? { kind: "intent", understanding } : { kind: "nothing" };
}

function heardByName(said: Utterance, ears: Ears): Heard {
  const byName = called(said, ears);
  return byName ? { kind: "called", request: byName.request } : { kind: "nothing" };
}

function askedSlot(listening: Listening): AskedSlot | undefined {
  if (listening.kind !== "answer" || listening.question.kind !== "slot") return undefined;
  return { intent: listening.intent.name, slot: listening.question.slot };
}

/** A yes or no to a question that asks for one; any other words are heard as usual. */
function confirmation(
  said: Utterance,
  { question, intent }: Answer,
  { yesOrNo }: Ears,
): IntentState | undefined {
  const answer = yesOrNo(said);
  if (!answer || question.kind === "slot") return undefined;
  const status = answer === "yes" ? "CONFIRMED" : "DENIED";
  return question.kind === "slot-confirmation"
    ? confirmSlot(intent, question.slot, status)
    : confirmIntent(intent, status);
}
