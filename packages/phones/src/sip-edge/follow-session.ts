import type { Call, Info, Reinvite } from "@skill-call/sip";
import { digitIn } from "./digit-in.ts";
import type { SipLeg } from "./sip-leg.ts";

/** RFC 3261 §14.2: a session that we cannot have leaves the old one as it is. */
const notAcceptable = 488;

/** Passes what a far end wants in its session on to the partner; without a partner it is for us. */
export function followSession(leg: SipLeg, call: Call): void {
  call.on("reinvite", (reinvite) => {
    const { partner } = leg;
    void (partner ? relayReinvite(leg, reinvite, partner) : takeReinvite(leg, reinvite));
  });
  call.on("info", (info) => void takeInfo(leg, info));
}

/** Hold, resume, another codec: between the far ends, a late offer included. */
async function relayReinvite(leg: SipLeg, reinvite: Reinvite, partner: SipLeg): Promise<void> {
  leg.remote = reinvite.body ?? leg.remote;
  const answer = await partner.offer(reinvite.body);
  if (!answer || answer.status >= 300) {
    reinvite.reject(answer?.status ?? notAcceptable);
    return;
  }
  const taken = await reinvite.answer({ body: leg.asOurs(answer.body) });
  leg.remote = taken.body ?? leg.remote;
  answer.acknowledge(partner.asOurs(taken.body));
}

function takeReinvite(leg: SipLeg, reinvite: Reinvite): Promise<void> {
  return leg
    .change(async () => {
      const taken = await reinvite.answer({ body: await leg.ownSession(reinvite.body) });
      await leg.takeAnswer(taken.body);
    })
    .catch(() => void reinvite.reject(notAcceptable));
}

/** Keys that a phone sends beside its audio. */
async function takeInfo(leg: SipLeg, info: Info): Promise<void> {
  const digit = digitIn(info.body);
  if (digit === undefined) {
    info.respond(info.body ? 415 : 200);
    return;
  }
  info.respond(200);
  leg.press(digit);
  await leg.partner?.call?.info({ body: info.body });
}
