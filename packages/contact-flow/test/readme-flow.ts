import {
  compare,
  contactFlow,
  disconnectParticipant,
  invokeLambdaFunction,
  transferContactToQueue,
  updateContactTargetQueue,
} from "../src/index.ts";

export const flow = contactFlow({
  type: "CONTACT_FLOW",
  start: "ask",
  actions: {
    ask: invokeLambdaFunction({
      functionArn: "arn:aws:lambda:us-east-1:123456789012:function:route",
      timeLimitSeconds: 4,
      next: "where",
      error: "bye",
    }),
    where: compare({ value: "$.External.queueArn", equals: { none: "bye" }, otherwise: "queue" }),
    queue: updateContactTargetQueue({
      queueId: "$.External.queueArn",
      next: "enqueue",
      error: "bye",
    }),
    enqueue: transferContactToQueue({ atCapacity: "bye", error: "bye" }),
    bye: disconnectParticipant(),
  },
});
