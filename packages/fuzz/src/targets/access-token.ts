import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import {
  createAuthenticate,
  UnauthorizedError,
  UnavailableError,
} from "@skill-call/context-api/parts";
import { jsonLog } from "@skill-call/telemetry";
import { clock } from "./fakes.ts";
import { ensureNothingPersonal, personalData, watchedLog } from "./personal-data.ts";
import { ensure, type Target } from "./target.ts";

const issuer = "https://login.example.com/tenant";
const audience = "call-context-api";

/** An Ed25519 key of a fixed seed (RFC 8410, section 7): what is signed with it is the same in each run. */
const privateKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${"5e".repeat(32)}`, "hex"),
  format: "der",
  type: "pkcs8",
});
const publicKey = {
  ...createPublicKey(privateKey).export({ format: "jwk" }),
  ...{ kid: "1", use: "sig", alg: "EdDSA" },
};

const seconds = clock.now() / 1000;
const claims = {
  iss: issuer,
  aud: [audience, "another-api"],
  sub: "00u1a2b3c4",
  exp: seconds + 600,
  nbf: seconds - 60,
  scope: "openid call-context:read api://x/call-context:write",
  realm_access: { roles: ["call-context:read-pii"] },
  name: personalData.name,
  phone_number: personalData.number,
};
const rsaKey = { kty: "RSA", n: "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEPsJDNaRgBLQMKR", e: "AQAB" };

/** What an input is made of; a signature of `ours` is that of the key, over what there is to be signed. */
interface Parts {
  readonly scheme: unknown;
  readonly header: unknown;
  readonly claims: unknown;
  readonly signature: unknown;
  /** The issuer's documents. */
  readonly openId: unknown;
  readonly keys: unknown;
}

const parts: Parts = {
  scheme: "Bearer ",
  header: { alg: "EdDSA", kid: "1", typ: "at+jwt" },
  claims,
  signature: "ours",
  openId: { issuer, jwks_uri: `${issuer}/keys`, token_endpoint: `${issuer}/token` },
  keys: { keys: [publicKey, { ...rsaKey, kid: "2", alg: "RS256", x5c: ["MIIB"] }] },
};

const log = watchedLog();

export const accessToken: Target = {
  is: "who asks the context API: tokens, and the documents of their issuer",
  form: "json",
  samples: [
    parts,
    { ...parts, header: { alg: "RS256", kid: "2" }, signature: "c2ln" },
    { ...parts, header: { alg: "none" }, signature: "" },
    { ...parts, claims: { ...claims, aud: undefined, client_id: audience, roles: ["a"] } },
    { ...parts, claims: { ...claims, exp: seconds - 60, cnf: { jkt: "x" } } },
  ].map((sample) => JSON.stringify(sample)),
  words: [
    ...["none", "HS256", "RS256", "ES256", "EdDSA", "Ed25519", "PS512", "dir", "A256GCM", "crit"],
    ...["b64", "jku", "x5u", "jwk", "kid", "oct", "OKP", "EC", "P-256", "ours", issuer, audience],
    ...["exp", "nbf", "iat", "aud", "iss", "sub", "cnf", "scope", "scp", "resource_access"],
    ...["call-context:read", "call-context:read-pii", "Bearer ", "bearer  ", "DPoP ", "."],
  ],
  async feed(input) {
    const given: Parts = Object(JSON.parse(input));
    const authenticate = createAuthenticate(
      { jwt: { issuer, audiences: [audience] }, iamAuth: false },
      {
        clock,
        fetchJson: async (url) =>
          url.endsWith("/openid-configuration") ? given.openId : given.keys,
        log: jsonLog(log.write),
      },
    );
    try {
      const { scopes } = await authenticate({
        authorization: headerOf(given),
        iamArn: undefined,
      });
      ensureEntitled(given, scopes);
    } catch (error) {
      if (!(error instanceof UnauthorizedError || error instanceof UnavailableError)) throw error;
      ensureNothingPersonal(error.message, "the refusal");
    } finally {
      log.ensureNothingPersonal();
    }
  },
};

function headerOf({ scheme, header, claims, signature }: Parts): string {
  const signed = [header, claims].map(base64Url).join(".");
  const bytes = sign(null, Buffer.from(signed), privateKey);
  return `${textOf(scheme)}${signed}.${signature === "ours" ? bytes.toString("base64url") : textOf(signature)}`;
}

/** A header is text, whatever stands in its place here. */
function textOf(part: unknown): string {
  return typeof part === "object" ? "" : String(part);
}

function base64Url(part: unknown): string {
  return Buffer.from(jsonOf(part)).toString("base64url");
}

/** What nests too deep to be written becomes lists that do. */
function jsonOf(part: unknown): string {
  try {
    return JSON.stringify(part) ?? "";
  } catch {
    return "[".repeat(100_000) + "]".repeat(100_000);
  }
}

/** @throws {UnsoundError} when somebody was let in whom the issuer has not let in */
function ensureEntitled(given: Parts, scopes: ReadonlySet<string>): void {
  const { iss, aud, client_id: client, exp, nbf, cnf } = Object(given.claims);
  const { alg, crit } = Object(given.header);
  ensure(given.signature === "ours", "the token is signed by the issuer's key");
  ensure(["EdDSA", "Ed25519"].includes(alg) && crit === undefined, "as its header says");
  ensure(iss === issuer && cnf === undefined, "it is the issuer's, and whoever has it may use it");
  ensure([aud ?? client].flat().includes(audience), "it is for this API");
  ensure(exp > seconds - 10 && !(nbf > seconds + 10), "it counts now");
  const said = jsonOf(given.claims);
  for (const scope of scopes) ensure(said.includes(scope), "what is granted stands in the claims");
}
