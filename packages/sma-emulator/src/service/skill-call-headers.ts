import type { Invite } from "@skill-call/emulation";

const clientIdHeader = "X-Alexa-LWA-ClientId";

/** The headers of an INVITE; one that an Alexa device sends names the skill that had it call. */
export function skillCallHeaders({ headers, skillClientId }: Invite): Invite["headers"] {
  const named = Object.keys(headers).some(
    (name) => name.toLowerCase() === clientIdHeader.toLowerCase(),
  );
  return skillClientId === undefined || named
    ? headers
    : { ...headers, [clientIdHeader]: skillClientId };
}
