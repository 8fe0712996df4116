import type { Phone, ScriptedPhones } from "@skill-call/phones";
import type { SimulatedCall } from "../callers/simulated-call.ts";

/** How long anybody talks at most; whoever still holds the line then, hangs up. */
export const longestTalkMs = 90_000;

/** Who is called for a call. */
export function calleeOf({ chance }: SimulatedCall, phones: ScriptedPhones): Phone {
  if (chance.befalls("callee-busy")) return phones.busy();
  if (chance.befalls("callee-unreachable")) return phones.outOfReach();
  if (chance.befalls("callee-silent")) return phones.noAnswer();
  if (chance.befalls("callee-declines")) {
    return phones.declines({ afterMs: chance.between("declines", 0, 5000) });
  }
  const hangsUp = chance.befalls("callee-hangs-up-first");
  return phones.answers({
    afterMs: chance.between("picks up", 0, 9000),
    ...(hangsUp && { hangsUpAfterMs: chance.between("callee's talk", 0, 30_000) }),
  });
}
