import {
  compare,
  contactFlow,
  disconnectParticipant,
  getParticipantInput,
  invokeLambdaFunction,
  messageParticipant,
  transferContactToQueue,
  transferParticipantToThirdParty,
  updateContactAttributes,
  updateContactEventHooks,
  updateContactTargetQueue,
  updateContactTextToSpeechVoice,
  updateFlowLoggingBehavior,
} from "../src/index.ts";

/** A callback with one of everything that has a builder and is for an inbound flow. */
export const sampleFlow = contactFlow({
  type: "CONTACT_FLOW",
  start: "quiet",
  actions: {
    quiet: updateFlowLoggingBehavior({ logging: "Disabled", next: "ask" }),
    ask: invokeLambdaFunction({
      functionArn: "arn:aws:lambda:us-east-1:123456789012:function:route",
      timeLimitSeconds: 4,
      attributes: { step: "route" },
      next: "voice",
      error: "sorry",
    }),
    voice: updateContactTextToSpeechVoice({ voice: "Joanna", next: "keep", error: "keep" }),
    keep: updateContactAttributes({
      attributes: { reason: "$.External.reason" },
      next: "whisper",
      error: "whisper",
    }),
    whisper: updateContactEventHooks({
      hook: "AgentWhisper",
      flowId: "arn:aws:connect:us-east-1:123456789012:instance/i/contact-flow/w",
      next: "anybody",
      error: "anybody",
    }),
    anybody: getParticipantInput({
      text: "$.External.greeting",
      timeLimitSeconds: 8,
      keys: { "1": "where" },
      otherwise: "bye",
      error: "bye",
    }),
    where: compare({
      value: "$.External.route",
      equals: { pstn: "dial", queue: "queue" },
      otherwise: "sorry",
    }),
    dial: transferParticipantToThirdParty({
      number: "$.External.number",
      timeLimitSeconds: 30,
      callerIdNumber: "+16075550111",
      next: "bye",
      failed: "sorry",
      notAnswered: "sorry",
      error: "sorry",
    }),
    queue: updateContactTargetQueue({
      queueId: "$.External.queueArn",
      next: "enqueue",
      error: "sorry",
    }),
    enqueue: transferContactToQueue({ atCapacity: "sorry", error: "sorry" }),
    sorry: messageParticipant({ text: "Nobody is free.", next: "bye", error: "bye" }),
    bye: disconnectParticipant(),
  },
});
