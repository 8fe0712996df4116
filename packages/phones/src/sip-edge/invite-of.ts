import type { Invite } from "@skill-call/emulation";
import {
  type HeaderList,
  type InboundCall,
  legible,
  type NameAddress,
  type Uri,
  userOf,
} from "@skill-call/sip";

const skillHeader = "X-Alexa-LWA-ClientId";

export interface InviteReading {
  /** Calls that name a skill are taken for an Alexa device's: an application must allow the skill. */
  readonly checksSkills: boolean;
}

/** What a SIP INVITE says to the service. */
export function inviteOf(
  { requestUri, from, headers }: Pick<InboundCall, "requestUri" | "from" | "headers">,
  { checksSkills }: InviteReading,
): Invite {
  const skill = headers.get(skillHeader);
  return {
    to: numberIn(requestUri),
    from: callerIn(from),
    headers: namedHeaders(headers),
    ...(checksSkills && skill !== undefined && { skillClientId: skill }),
  };
}

function callerIn({ uri, displayName }: NameAddress): string {
  return numberIn(uri) || displayName || "anonymous";
}

/** The user part is the number; what may follow `;` says how it was dialled (RFC 3261 §19.1.6). */
function numberIn(uri: Uri): string {
  const [number = ""] = (userOf(uri) ?? "").split(";");
  return number;
}

/** One value a name, in the first one's letter case; several lines of a name are one list (RFC 3261 §7.3.1). */
function namedHeaders(headers: HeaderList): Readonly<Record<string, string>> {
  const names = new Map<string, string>();
  for (const { name } of headers) {
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return Object.fromEntries(
    [...names.values()].map((name) => [name, legible(headers.all(name).join(", "))]),
  );
}
