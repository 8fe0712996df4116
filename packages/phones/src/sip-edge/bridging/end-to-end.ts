import type { SipLeg } from "../sip-leg.ts";
import type { Bridging } from "./bridging.ts";

/** Each gets the other's session description, and media pass us by. */
export function endToEnd(caller: SipLeg, callee: SipLeg): Bridging {
  return {
    offer: async () => callee.asOurs(caller.remote),
    early: (status, session) => caller.hearEarly(status, session),
    answered: async (answer, session) => {
      callee.remote = session;
      caller.pairWith(callee);
      void caller.handOver({ partner: callee, answer: { ...answer, body: session } });
    },
  };
}
