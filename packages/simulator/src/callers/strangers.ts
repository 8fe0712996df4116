import type { CallStarterName } from "@skill-call/call-context";
import type { Invite } from "@skill-call/emulation";
import { skillClientId, smaNumber, strangerClientId } from "../world/routes.ts";
import type { World } from "../world/world.ts";
import { newIdOf } from "./ids.ts";
import { inviteOf } from "./invite-of.ts";
import type { CallKind, SimulatedCall } from "./simulated-call.ts";

export type Stranger = Exclude<CallKind, CallStarterName>;

/** Calls that no skill of ours ordered: by phone, with IDs that were guessed or seen elsewhere, or written badly. */
const invites: Readonly<Record<Stranger, (call: SimulatedCall) => Invite>> = {
  ordinary: ({ person }) => ({ from: person.number, to: smaNumber, headers: {} }),
  guessed: ({ index, person, chance }) => inviteOf(person, skillClientId, newIdOf(index, chance)),
  stranger: ({ index, person, chance }) =>
    inviteOf(person, strangerClientId, newIdOf(index, chance)),
  malformed: ({ person, chance }) => ({
    from: person.number,
    to: smaNumber,
    skillClientId,
    headers: {
      "X-Alexa-LWA-ClientId": skillClientId,
      "User-to-User": chance.pick("header", badHeaders),
    },
  }),
};

const badHeaders = [
  "",
  ";encoding=hex",
  "zz;encoding=hex",
  "00",
  `${"%".repeat(200)};encoding=hex`,
  `${Buffer.from("csi=").toString("hex")};encoding=hex`,
  `${Buffer.from("csi=../../etc/passwd").toString("hex")};encoding=hex`,
  `${"ff".repeat(600)};encoding=hex`,
];

export function isStranger(kind: CallKind): kind is Stranger {
  return Object.hasOwn(invites, kind);
}

export function callWithoutSkill(call: SimulatedCall, kind: Stranger, world: World): void {
  world.telephony.placeCall(call, invites[kind](call));
}
