import type { SipLeg } from "../sip-leg.ts";
import type { Bridging } from "./bridging.ts";

/**
 * Each has a session with us for the whole call, whatever becomes of the other, and what one says is passed on to the
 * other: as the service does it.
 */
export function throughUs(caller: SipLeg, callee: SipLeg): Bridging {
  return {
    offer: () => callee.ownSession(undefined),
    early: (status, session) => {
      if (!caller.hearsCallees) return;
      void callee
        .change(() => callee.takeAnswer(session))
        .then(() => caller.ringWithMedia(status))
        .then(() => caller.join(callee))
        .catch((error) => callee.note(`early media of no use: ${String(error)}`));
    },
    answered: async (_answer, session) => {
      await callee.change(() => callee.takeAnswer(session));
      caller.join(callee);
    },
  };
}
