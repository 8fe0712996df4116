import { expect, test } from "@jest/globals";
import { examineIssuer } from "./examine-issuer.ts";

const issuer = "https://login.acme.test/tenant";
const discovery = `${issuer}/.well-known/openid-configuration`;
const keysUrl = `${issuer}/keys`;
const configuration = {
  issuer,
  jwks_uri: keysUrl,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
};
const keys = { keys: [{ kty: "RSA", use: "sig" }] };
const whole = { [discovery]: configuration, [keysUrl]: keys };

const examined = async (
  environment: Record<string, string>,
  documents: Readonly<Record<string, unknown>>,
) => {
  const found = await examineIssuer(
    { environments: { "context-api": environment } },
    async (url) => (url in documents ? documents[url] : Promise.reject(new Error("404"))),
  );
  return found.map(({ place, problem }) => `${place} ${problem}`);
};

test.each<[string, Record<string, string>, Readonly<Record<string, unknown>>, string[]]>([
  ["is as it is written", { JWT_ISSUER: issuer }, whole, []],
  ["is not asked where AWS signs", { IAM_AUTH: "true" }, {}, []],
  [
    "cannot be reached",
    { JWT_ISSUER: issuer },
    {},
    [`JWT_ISSUER has no OpenID configuration at ${discovery}`],
  ],
  [
    "answers with something else",
    { JWT_ISSUER: issuer },
    { [discovery]: "<html>" },
    [`JWT_ISSUER has no OpenID configuration at ${discovery}`],
  ],
  [
    "has no slash at its end",
    { JWT_ISSUER: `${issuer}/` },
    whole,
    [`JWT_ISSUER the issuer calls itself ${issuer}: write it so, to the letter`],
  ],
  [
    "has no keys",
    { JWT_ISSUER: issuer },
    { [discovery]: configuration },
    [`JWT_ISSUER there is no set of keys at ${keysUrl}`],
  ],
  [
    "has keys that sign nothing",
    { JWT_ISSUER: issuer },
    { ...whole, [keysUrl]: { keys: [{ kty: "oct" }, { kty: "RSA", use: "enc" }] } },
    [`JWT_ISSUER none of the keys at ${keysUrl} signs tokens`],
  ],
  [
    "lets no agent sign in",
    { JWT_ISSUER: issuer, AGENT_LOGIN_CLIENT_ID: "agent-page" },
    { ...whole, [discovery]: { issuer, jwks_uri: keysUrl } },
    ["AGENT_LOGIN_CLIENT_ID the issuer does not say where agents could sign in"],
  ],
  [
    "has its keys elsewhere",
    { JWT_ISSUER: "http://adfs.acme.test/adfs", JWT_JWKS_URL: keysUrl },
    { [keysUrl]: keys },
    [],
  ],
  [
    "has its keys elsewhere, where there are none",
    { JWT_ISSUER: "http://adfs.acme.test/adfs", JWT_JWKS_URL: keysUrl },
    {},
    [`JWT_JWKS_URL there is no set of keys at ${keysUrl}`],
  ],
])("an issuer that %s", async (_, environment, documents, expected) => {
  expect(await examined(environment, documents)).toEqual(expected);
});
