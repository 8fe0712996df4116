import { isTrustworthyUrl } from "@skill-call/lambda-config";
import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import * as v from "valibot";

export interface IssuerKeys {
  readonly issuer: string;
  readonly jwksUrl: string | undefined;
}

/** OpenID Connect Discovery 1.0, sections 3 and 4.3: a configuration that names another issuer is none. */
function openIdConfiguration(issuer: string) {
  return v.object({
    issuer: v.literal(issuer),
    jwks_uri: v.pipe(v.string(), v.check(isTrustworthyUrl)),
  });
}

/** An agent waits: an issuer that hangs is no issuer. */
const timeoutMs = 3000;

/** Who makes up key names has the keys fetched anew, but not more often than this. */
const cooldownMs = 5000;

/** The issuer's public keys, fetched when first needed, and again when a token names one that is not among them. */
export function issuerKeys({ issuer, jwksUrl }: IssuerKeys): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const find = async () =>
    createRemoteJWKSet(new URL(jwksUrl ?? (await discover(issuer))), {
      timeoutDuration: timeoutMs,
      cooldownDuration: cooldownMs,
    });
  return async (...token) => {
    found ??= find();
    try {
      return await (await found)(...token);
    } catch (error) {
      // A discovery that failed is tried again with the next token.
      found.catch(() => {
        found = undefined;
      });
      throw error;
    }
  };
}

async function discover(issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
  return v.parse(openIdConfiguration(issuer), await response.json()).jwks_uri;
}
