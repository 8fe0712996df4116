import { generateKeyPairSync, randomUUID, sign } from "node:crypto";

/** A public key as an issuer publishes it (RFC 7517). */
export interface PublicJwk {
  readonly kid: string;
  readonly [member: string]: unknown;
}

/** A key that signs tokens; made new at each start, so that no token outlives its emulator. */
export interface SigningKey {
  readonly publicJwk: PublicJwk;
  /** A signed JWT (RFC 7519) with these claims. */
  signJwt(claims: object): string;
}

/** ES256 (RFC 7518, section 3.4). */
export function newSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const kid = randomUUID();
  const header = base64url({ alg: "ES256", typ: "JWT", kid });
  return {
    publicJwk: { ...publicKey.export({ format: "jwk" }), kid, alg: "ES256", use: "sig" },
    signJwt(claims) {
      const signed = `${header}.${base64url(claims)}`;
      // The two numbers of the signature one after the other, not in ASN.1.
      const key = { key: privateKey, dsaEncoding: "ieee-p1363" } as const;
      return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
    },
  };
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
