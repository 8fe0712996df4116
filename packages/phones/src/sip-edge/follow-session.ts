import type { Call, Info, Refer, Reinvite } from "@skill-call/sip";
import { digitsIn } from "./digits-in.ts";
import type { SipLeg } from "./sip-leg.ts";

/** RFC 3261 §14.2: a session that we cannot have leaves the old one as it is. */
const notAcceptable = 488;
/** RFC 3515 §2.4.2. */
const decline = 603;

/** Carries out what a far end wants in its session; where it has that with a partner, the partner is asked. */
export function followSession(leg: SipLeg, call: Call): void {
  call.on("reinvite", (reinvite) => {
    const { partner } = leg;
    void (partner ? relayReinvite(leg, reinvite, partner) : takeReinvite(leg, reinvite));
  });
  call.on("info", (info) => void takeInfo(leg, info));
  call.on("refer", (refer) => refuseTransfer(leg, refer));
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
  const digits = digitsIn(info.body);
  if (digits === "") {
    info.respond(info.body ? 415 : 200);
    return;
  }
  info.respond(200);
  for (const digit of digits) leg.press(digit);
  await leg.passKeys(digits, info.body);
}

/** Who is on a call is its Lambda's to say. */
function refuseTransfer(leg: SipLeg, refer: Refer): void {
  const why =
    "A SIP media application's call is not transferred by REFER: its Lambda bridges calls";
  refer.reject(decline, { headers: [{ name: "Warning", value: `399 skill-call "${why}"` }] });
  leg.note("REFER declined: the service transfers no calls, the Lambda bridges them");
}
