import { type Clock, isTrustworthyUrl } from "@skill-call/lambda-config";
import type { Log } from "@skill-call/telemetry";
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";
import * as v from "valibot";
import type { FetchJson } from "./fetch-json.ts";

export interface IssuerKeys {
  readonly issuer: string;
  readonly jwksUrl?: string;
}

export interface IssuerPorts {
  readonly clock: Pick<Clock, "now">;
  readonly fetchJson: FetchJson;
  readonly log: Log;
}

const trustworthyUrl = v.pipe(v.string(), v.check(isTrustworthyUrl));

/** What is read of an OpenID configuration (OpenID Connect Discovery 1.0, section 3). */
const openIdConfiguration = v.object({
  issuer: v.string(),
  jwks_uri: trustworthyUrl,
  authorization_endpoint: v.optional(trustworthyUrl),
  token_endpoint: v.optional(trustworthyUrl),
});
type OpenIdConfiguration = v.InferOutput<typeof openIdConfiguration>;

/** Who makes up key names has the keys fetched anew, and who asks while the issuer is down asks it, but not more often. */
const cooldownMs = 5000;

/** The issuer's public keys, fetched when first needed, and again when a token names one that is not among them. */
export function issuerKeys({ issuer, jwksUrl }: IssuerKeys, ports: IssuerPorts): JWTVerifyGetKey {
  const fetchKeys = coolingDown(ports.fetchJson, ports.clock);
  const find = async () =>
    createRemoteJWKSet(new URL(jwksUrl ?? (await discover(issuer, ports)).jwks_uri), {
      cooldownDuration: cooldownMs,
      [customFetch]: async (url) => Response.json(await fetchKeys(url)),
    });
  const findAgain = coolingDown(find, ports.clock);
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (...token) => {
    found ??= findAgain();
    try {
      return await (await found)(...token);
    } catch (error) {
      // A discovery that failed is tried again with a later token.
      found.catch(() => {
        found = undefined;
      });
      throw error;
    }
  };
}

/**
 * The issuer's OpenID configuration. One that names another issuer is none (section 4.3), and mostly a matter of
 * spelling: a slash, a tenant. The log has both.
 */
export async function discover(
  issuer: string,
  { fetchJson, log }: Pick<IssuerPorts, "fetchJson" | "log">,
): Promise<OpenIdConfiguration> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const said = v.parse(openIdConfiguration, await fetchJson(url));
  if (said.issuer !== issuer) {
    const facts = { configured: issuer, said: said.issuer.slice(0, 200), by: "discovery" };
    log("error", "issuer.mismatch", facts);
    throw new IssuerMismatch();
  }
  return said;
}

class IssuerMismatch extends Error {
  override readonly name = "IssuerMismatch";
}

/** The same, but what failed fails at once for some seconds. */
function coolingDown<Args extends readonly unknown[], Result>(
  act: (...args: Args) => Promise<Result>,
  clock: Pick<Clock, "now">,
): (...args: Args) => Promise<Result> {
  let failure: { readonly error: unknown; readonly until: number } | undefined;
  return async (...args) => {
    if (failure && clock.now() < failure.until) throw failure.error;
    try {
      return await act(...args);
    } catch (error) {
      failure = { error, until: clock.now() + cooldownMs };
      throw error;
    }
  };
}
