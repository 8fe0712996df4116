import { always, type NamedFault } from "./named-fault.ts";

/** What can go wrong between the skill and Amazon Connect, and in its flow; with the starter `connect`. */
export const connectFaults: readonly NamedFault[] = [
  {
    name: "connect-throttled",
    sentence: "Amazon Connect is asked for more than two calls a second (starter connect).",
    arm: ({ faults }) =>
      faults.connectApi.inject({ kind: "error", code: "TooManyRequestsException" }),
  },
  {
    name: "connect-all-lines-busy",
    sentence: "Ten calls of the instance are active already (starter connect).",
    arm: ({ faults }) =>
      faults.connectApi.inject({ kind: "error", code: "LimitExceededException" }),
  },
  {
    name: "connect-country-not-allowed",
    sentence: "The instance may not call the caller's country (starter connect).",
    arm: ({ faults }) =>
      faults.connectApi.inject({ kind: "error", code: "DestinationNotAllowedException" }),
  },
  {
    name: "connect-answer-lost",
    sentence: "Amazon Connect rings the caller, and its answer never arrives (starter connect).",
    arm: ({ faults }) => faults.connectApi.inject({ kind: "answer-lost" }, { times: 1 }),
  },
  {
    name: "connect-hangs",
    sentence: "Amazon Connect never answers the skill (starter connect).",
    arm: ({ faults }) => faults.connectApi.inject({ kind: "hang" }),
  },
  {
    name: "connect-handler-dead",
    sentence: "The flow's Lambda dies whenever it is asked (starter connect).",
    arm: ({ faults }) => faults.connectHandler.inject({ kind: "crash" }, { times: always }),
  },
  {
    name: "connect-handler-nested-answer",
    sentence: "The flow's Lambda answers what a flow cannot take (starter connect).",
    arm: ({ faults }) =>
      faults.connectHandler.inject(
        { kind: "answer", payload: { route: { type: "queue" } } },
        { times: always },
      ),
  },
];
