import type { NamedFault } from "./named-fault.ts";

/** The answer of a Lambda that takes itself for one behind API Gateway: a frequent mistake. */
const apiGatewayAnswer = { statusCode: 200, body: "{}" };

export const smaHandlerFaults: readonly NamedFault[] = [
  {
    name: "lambda-timed-out",
    sentence: "The SMA handler's first invocation times out; the service asks once more.",
    arm: ({ faults }) => faults.smaHandler.inject({ kind: "timed-out" }, { times: 1 }),
  },
  {
    name: "lambda-crash",
    sentence: "The SMA handler's process dies in the first invocation; the service asks once more.",
    arm: ({ faults }) => faults.smaHandler.inject({ kind: "crash" }, { times: 1 }),
  },
  {
    name: "lambda-dead",
    sentence: "The SMA handler cannot be invoked: the service refuses the call.",
    arm: ({ faults }) => faults.smaHandler.inject({ kind: "crash" }),
  },
  {
    name: "lambda-garbage",
    sentence: "The SMA handler's first answer is not an answer of an SMA Lambda.",
    arm: ({ faults }) =>
      faults.smaHandler.inject({ kind: "answer", payload: apiGatewayAnswer }, { times: 1 }),
  },
  {
    name: "lambda-answer-lost",
    sentence:
      "The SMA handler handles the call, but its answer is lost; the same event comes again.",
    arm: ({ faults }) => faults.delivery.inject({ kind: "answer-lost" }, { times: 1 }),
  },
  {
    name: "event-duplicated",
    sentence: "Every event reaches the SMA handler twice at once.",
    arm: ({ faults }) => faults.delivery.inject({ kind: "duplicate" }),
  },
  {
    name: "event-late",
    sentence: "Every event reaches the SMA handler a second late.",
    arm: ({ faults }) => faults.delivery.inject({ kind: "delay", ms: 1_000 }),
  },
];
