import type { Environment } from "@skill-call/lambda-runner";
import * as v from "valibot";
import type { Configuration } from "./configuration.ts";
import type { Mistake } from "./mistake.ts";

/**
 * Gets a JSON document.
 * @throws when it does not come
 */
export type FetchDocument = (url: string) => Promise<unknown>;

/** What is read of an OpenID configuration (OpenID Connect Discovery 1.0, section 3). */
const openIdConfiguration = v.object({
  issuer: v.string(),
  jwks_uri: v.string(),
  authorization_endpoint: v.optional(v.string()),
  token_endpoint: v.optional(v.string()),
});
type OpenIdConfiguration = v.InferOutput<typeof openIdConfiguration>;

/** Keys that a signature of RSA, of an elliptic curve or of Edwards' curves is checked with (RFC 7518, RFC 8037). */
const keySet = v.object({ keys: v.array(v.looseObject({ kty: v.string() })) });
const signingKinds = ["RSA", "EC", "OKP"];

/** What is wrong with the issuer whose tokens the context API is to trust, as the issuer itself says now. */
export async function examineIssuer(
  { environments }: Pick<Configuration, "environments">,
  fetchDocument: FetchDocument,
): Promise<readonly Mistake[]> {
  const environment = environments["context-api"];
  if (!environment?.JWT_ISSUER) return [];
  if (environment.JWT_JWKS_URL) {
    return keysAt(environment.JWT_JWKS_URL, { place: "JWT_JWKS_URL", fetchDocument });
  }
  const issuer = environment.JWT_ISSUER;
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const said = await read(openIdConfiguration, url, fetchDocument);
  if (!said) return [mistake("JWT_ISSUER", `has no OpenID configuration at ${url}`)];
  if (said.issuer !== issuer) {
    return [
      mistake("JWT_ISSUER", `the issuer calls itself ${said.issuer}: write it so, to the letter`),
    ];
  }
  return [
    ...(await keysAt(said.jwks_uri, { place: "JWT_ISSUER", fetchDocument })),
    ...mistakesOfLogin(environment, said),
  ];
}

interface KeysOptions {
  readonly place: string;
  readonly fetchDocument: FetchDocument;
}

async function keysAt(url: string, { place, fetchDocument }: KeysOptions) {
  const set = await read(keySet, url, fetchDocument);
  if (!set) return [mistake(place, `there is no set of keys at ${url}`)];
  const canSign = set.keys.some(
    ({ kty, use = "sig" }) => signingKinds.includes(kty) && use === "sig",
  );
  return canSign ? [] : [mistake(place, `none of the keys at ${url} signs tokens`)];
}

function mistakesOfLogin(environment: Environment, said: OpenIdConfiguration): readonly Mistake[] {
  if (!environment.AGENT_LOGIN_CLIENT_ID) return [];
  if (said.authorization_endpoint !== undefined && said.token_endpoint !== undefined) return [];
  return [mistake("AGENT_LOGIN_CLIENT_ID", "the issuer does not say where agents could sign in")];
}

function mistake(place: string, problem: string): Mistake {
  return { part: "context-api", place, problem };
}

/** `undefined` where it cannot be had, or is something else. */
async function read<Schema extends v.GenericSchema>(
  schema: Schema,
  url: string,
  fetchDocument: FetchDocument,
): Promise<v.InferOutput<Schema> | undefined> {
  const document = await fetchDocument(url).catch(() => undefined);
  const { success, output } = v.safeParse(schema, document);
  return success ? output : undefined;
}
