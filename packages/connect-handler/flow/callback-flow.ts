import {
  compare,
  contactFlow,
  disconnectParticipant,
  getParticipantInput,
  invokeLambdaFunction,
  messageParticipant,
  transferContactToQueue,
  transferParticipantToThirdParty,
  updateContactEventHooks,
  updateContactTargetQueue,
  updateContactTextToSpeechVoice,
  updateFlowLoggingBehavior,
} from "@skill-call/contact-flow";
import type { StepName } from "../src/steps/step.ts";
import { wordsByLanguage } from "../src/words/words.ts";

interface AskOptions<Next extends string> {
  readonly step: StepName;
  readonly tried?: string;
  readonly next: Next;
  readonly error: Next;
}

/** Asks the handler. 4 s, because Connect may invoke it up to three times in them. */
export function ask<const Next extends string>({ step, tried, next, error }: AskOptions<Next>) {
  return invokeLambdaFunction({
    functionArn: functionArnPlaceholder,
    timeLimitSeconds: 4,
    attributes: { step, ...(tried !== undefined && { tried }) },
    next,
    error,
  });
}

/** Written as CloudFormation's `Fn::Sub` fills it in. */
const functionArnPlaceholder = "$" + "{RouteFunctionArn}";

/**
 * The flow that starts when the caller's own phone is answered, and that a dialled number may start, too. Number, queue
 * and words stay in `$.External`: an attribute would be kept for 24 months.
 */
export const callbackFlow = contactFlow({
  type: "CONTACT_FLOW",
  start: "quiet",
  actions: {
    // Flow logs print the values of parameters.
    quiet: updateFlowLoggingBehavior({ logging: "Disabled", next: "route" }),
    route: ask({ step: "route", next: "voice", error: "fallback" }),
    voice: updateContactTextToSpeechVoice({
      voice: "$.External.voice",
      next: "whisper",
      error: "whisper",
    }),
    whisper: updateContactEventHooks({
      hook: "AgentWhisper",
      flowId: "$" + "{WhisperFlowArn}",
      next: "screen",
      error: "screen",
    }),
    screen: compare({
      value: "$.External.screen",
      equals: { yes: "anybody" },
      otherwise: "welcome",
    }),
    // An ordinary callback has no answering machine detection: a voice mail presses no key.
    anybody: getParticipantInput({
      text: "$.External.greeting",
      timeLimitSeconds: 8,
      keys: { "1": "where" },
      otherwise: "nobody",
      error: "nobody",
    }),
    // A task hears nothing: that error is none.
    welcome: messageParticipant({ text: "$.External.greeting", next: "where", error: "where" }),
    where: compare({
      value: "$.External.route",
      equals: { pstn: "dial", queue: "queue" },
      otherwise: "sorry",
    }),
    dial: transferParticipantToThirdParty({
      number: "$.External.number",
      timeLimitSeconds: 30,
      callerIdNumber: "$.External.callerId",
      next: "bye",
      failed: "next",
      notAnswered: "next",
      error: "next",
    }),
    queue: updateContactTargetQueue({
      queueId: "$.External.queueArn",
      next: "enqueue",
      error: "next",
    }),
    enqueue: transferContactToQueue({ atCapacity: "next", error: "next" }),
    next: ask({ step: "next", tried: "$.External.tried", next: "where", error: "fallback" }),
    fallback: updateContactTargetQueue({
      queueId: "$" + "{FallbackQueueArn}",
      next: "wait",
      error: "unanswered",
    }),
    wait: transferContactToQueue({ atCapacity: "unanswered", error: "unanswered" }),
    sorry: messageParticipant({ text: "$.External.apology", next: "bye", error: "bye" }),
    // Where the handler itself cannot be reached there are no words of it either.
    unanswered: messageParticipant({
      text: wordsByLanguage.en.apology,
      next: "bye",
      error: "bye",
    }),
    nobody: ask({ step: "nobody", next: "bye", error: "bye" }),
    bye: disconnectParticipant(),
  },
});
