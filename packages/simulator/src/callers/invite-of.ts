import type { Invite } from "@skill-call/emulation";
import { smaNumber } from "../world/routes.ts";
import type { Person } from "./person.ts";

/** The INVITE of a device that claims to call for this skill, with this ID. */
export function inviteOf({ number }: Person, skillClientId: string, contextId: string): Invite {
  const userToUser = Buffer.from(`csi=${contextId}`).toString("hex");
  return {
    from: number,
    to: smaNumber,
    skillClientId,
    headers: {
      "User-to-User": `${userToUser};encoding=hex`,
      "X-Alexa-LWA-ClientId": skillClientId,
    },
  };
}
