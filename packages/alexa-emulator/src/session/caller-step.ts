import { emptyIntent, fillSlots } from "../dialog/intent-state.ts";
import type { Ears } from "../nlu/ears.ts";
import { withoutWakeWord } from "../nlu/invocation.ts";
import type { Understanding } from "../nlu/nlu.ts";
import type { Utterance } from "../nlu/utterance.ts";
import { plainSpeech, type Speech } from "../response/speech.ts";
import { consentReply, scopesOf, sessionResumed } from "./consent.ts";
import { hear } from "./heard.ts";
import { intentStep } from "./intent-step.ts";
import type { Listening } from "./listening.ts";
import { type PurchaseResult, purchaseResponse } from "./purchase.ts";
import type { ConsentStatus } from "./request-envelope.ts";
import type { Step } from "./step.ts";

/** What the device does when the caller has spoken. `reprompt` is what was not said yet. */
export function callerStep(
  said: Utterance,
  listening: Listening | undefined,
  reprompt: Speech | undefined,
  ears: Ears,
): Step {
  const heard = hear(said, listening, ears);
  switch (heard.kind) {
    case "called":
      return calledStep(heard.request, ears);
    case "intent":
      return understoodStep(heard.understanding, listening, ears);
    case "confirmation":
      return intentStep(heard.intent, listening, ears.model);
    case "consent":
      return heard.status
        ? consentStep(heard.status, listening, ears)
        : unclearConsentStep(listening, ears);
    case "purchase":
      return purchaseStep(heard.answer === "yes" ? "ACCEPTED" : "DECLINED", listening);
    case "exit":
      return { kind: "end", ended: { reason: "USER_INITIATED" } };
    case "nothing":
      return listening ? silenceStep(listening, reprompt, ears) : notForASkill(ears);
  }
}

/** "AudioPlayer Interface Reference": the intents that need no name while the skill's audio is what played last. */
const playbackIntents: ReadonlySet<string> = new Set(
  [
    ...["Cancel", "LoopOff", "LoopOn", "Next", "Pause", "Previous"],
    ...["Repeat", "Resume", "ShuffleOff", "ShuffleOn", "StartOver"],
  ].map((name) => `AMAZON.${name}Intent`),
);

/** Outside any session, to the skill whose audio played last: "Alexa, next". */
export function playbackStep(text: Utterance, ears: Ears): Step | undefined {
  const understanding = ears.understand(withoutWakeWord(text, ears.language.invocation));
  return understanding && playbackIntents.has(understanding.intent)
    ? { ...understoodStep(understanding, undefined, ears), opensSession: true }
    : undefined;
}

/** Nobody answers: Alexa asks once more, then gives up. */
export function silenceStep(
  listening: Listening | undefined,
  reprompt: Speech | undefined,
  ears: Ears,
): Step {
  if (!listening) return { kind: "stay" };
  if (listening.kind === "consent") return consentStep("NOT_ANSWERED", listening, ears);
  if (listening.kind === "purchase") return purchaseStep("DECLINED", listening);
  return reprompt
    ? { kind: "listen", say: [reprompt], listening }
    : { kind: "end", ended: { reason: "EXCEEDED_MAX_REPROMPTS" } };
}

/** The caller has answered the question for permissions: the skill gets its session back. */
export function consentStep(
  status: ConsentStatus,
  listening: Listening | undefined,
  { language }: Ears,
): Step {
  if (listening?.kind !== "consent") return { kind: "stay" };
  const { directive } = listening;
  return {
    kind: "send",
    request: sessionResumed(directive, status),
    say: [consentReply(status, language)],
    grants: status === "ACCEPTED" ? scopesOf(directive) : [],
  };
}

/** Alexa asks once more before she gives up. */
function unclearConsentStep(listening: Listening | undefined, ears: Ears): Step {
  if (listening?.kind !== "consent" || listening.isAskedAgain)
    return consentStep("NOT_ANSWERED", listening, ears);
  return {
    kind: "listen",
    say: [plainSpeech("alexa", ears.language.sentences.consentNotUnderstood)],
    listening: { ...listening, isAskedAgain: true },
  };
}

/** The errand is done: the skill hears of it in a session of its own. */
export function purchaseStep(result: PurchaseResult, listening: Listening | undefined): Step {
  if (listening?.kind !== "purchase") return { kind: "stay" };
  const { directive } = listening;
  return {
    kind: "send",
    opensSession: true,
    request: purchaseResponse(directive, result),
    settles: { directive, result },
  };
}

function calledStep(request: Understanding | undefined, ears: Ears): Step {
  if (!request)
    return {
      kind: "send",
      opensSession: true,
      request: { type: "LaunchRequest", shouldLinkResultBeReturned: false },
    };
  return { ...understoodStep(request, undefined, ears), opensSession: true };
}

/** What was said for the slots comes on top of what the dialog knows already. */
function understoodStep(
  understanding: Understanding,
  listening: Listening | undefined,
  { model }: Ears,
): Step {
  const { intent: name, slots } = understanding;
  const known = listening?.kind === "answer" && listening.intent.name === name;
  const declared = model.intents.find((each) => each.name === name);
  const intent = known
    ? listening.intent
    : emptyIntent(declared ?? { name, slots: [], samples: [] });
  return { ...intentStep(fillSlots(intent, slots), listening, model), understood: understanding };
}

function notForASkill({ language }: Ears): Step {
  return { kind: "stay", say: [plainSpeech("alexa", language.sentences.notForASkill)] };
}
