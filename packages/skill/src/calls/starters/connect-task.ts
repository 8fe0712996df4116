import { CallFailure } from "../call-failure.ts";
import type { CallStarter } from "../call-starter.ts";
import { type ConnectApi, contactDetails, putContact } from "./connect-api.ts";

/**
 * Leaves a task in the agents' queue of Amazon Connect: an agent calls back. It takes no right to call out. The number
 * stands in the context, which the agent's screen shows; a task would keep it for 24 months.
 */
export function createConnectTaskStarter(api: ConnectApi): CallStarter {
  return {
    name: "connect-task",
    needsCallerNumber: true,
    rings: "later",
    mayBeAskedAgain: true,
    check: () => undefined,
    async start({ contextId, attributes, callerNumber, signal }) {
      if (callerNumber === undefined) throw new CallFailure("profile.no-number");
      await putContact(api, {
        path: "/contact/task",
        signal,
        body: {
          Name: `Call back: ${attributes.reason}`,
          ...contactDetails(api, { contextId, attributes }),
        },
      });
    },
  };
}
