import { CallFailure } from "../call-failure.ts";
import type { CallStarter } from "../call-starter.ts";
import { type ConnectApi, contactDetails, putContact } from "./connect-api.ts";

export interface ConnectOptions {
  readonly api: ConnectApi;
  /** A number of the instance, which the caller's phone shows; E.164. */
  readonly sourceNumber: string;
  /** Whose outbound caller ID is shown instead, where it is set. */
  readonly queueId?: string;
}

/** How long the caller's phone rings before Connect gives up. */
const ringSeconds = 45;

/** Starts a callback through Amazon Connect: it rings the caller's own phone, and its flow routes the call. */
export function createConnectStarter({ api, sourceNumber, queueId }: ConnectOptions): CallStarter {
  return {
    name: "connect",
    needsCallerNumber: true,
    rings: "phone",
    // A ClientToken stands for one contact for seven days.
    mayBeAskedAgain: true,
    check: () => undefined,
    async start({ contextId, attributes, callerNumber, signal }) {
      if (callerNumber === undefined) throw new CallFailure("profile.no-number");
      await putContact(api, {
        path: "/contact/outbound-voice",
        signal,
        body: {
          DestinationPhoneNumber: callerNumber,
          SourcePhoneNumber: sourceNumber,
          ...(queueId !== undefined && { QueueId: queueId }),
          ...contactDetails(api, { contextId, attributes }),
          RingTimeoutInSeconds: ringSeconds,
        },
      });
    },
  };
}
