import { generateKeyPairSync, sign } from "node:crypto";

/** What the context API is told to take. */
export const audience = "call-context-api";

const lifeSeconds = 24 * 3_600;
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const kid = "bench";

/** The provider's keys (RFC 7517). */
export const jwks = {
  keys: [{ ...publicKey.export({ format: "jwk" }), kid, alg: "ES256", use: "sig" }],
};

/** A token of this provider (RFC 7519) that may read contexts. */
export function tokenOf(issuer: string): string {
  const exp = Math.floor(Date.now() / 1_000) + lifeSeconds;
  const claims = { iss: issuer, aud: audience, sub: "agent-7", scope: "call-context:read", exp };
  const content = `${encoded({ alg: "ES256", kid })}.${encoded(claims)}`;
  const key = { key: privateKey, dsaEncoding: "ieee-p1363" } as const;
  return `${content}.${sign("sha256", Buffer.from(content), key).toString("base64url")}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
