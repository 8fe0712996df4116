import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { systemClock as clock } from "@skill-call/lambda-config";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { createAuthenticate } from "../src/access/authenticate.ts";
import { readConfig } from "../src/config/config.ts";
import { type IssuerRow, issuerTable } from "./support/issuer-table.ts";

const algorithms = ["RS256", "PS256", "ES256"] as const;
const pairs = new Map<string, Awaited<ReturnType<typeof generateKeyPair>>>();

beforeAll(async () => {
  for (const alg of algorithms) pairs.set(alg, await generateKeyPair(alg));
});

interface Signed {
  readonly row: IssuerRow;
  readonly settings?: Readonly<Record<string, string>>;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** Who a token of the issuer's shape is taken for, with the key of our own in place of the issuer's. */
async function callerOf({ row, settings, claims }: Signed) {
  const { discovery, alg } = row;
  const pair = pairs.get(alg);
  if (!pair) throw new Error(`No key for ${alg}`);
  const { publicKey, privateKey } = pair;
  const keys = [{ ...(await exportJWK(publicKey)), kid: "one", alg, use: "sig" }];
  const documents: Record<string, unknown> = {
    [`${discovery.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`]: discovery,
    [discovery.jwks_uri]: { keys },
  };
  const logged: unknown[] = [];
  const authenticate = createAuthenticate(
    readConfig({
      CALL_CONTEXT_TABLE: "skill-call-contexts",
      JWT_ISSUER: discovery.issuer,
      ...row.settings,
      ...settings,
    }),
    {
      clock,
      log: (...line) => void logged.push(line),
      fetchJson: async (url) => documents[url] ?? Promise.reject(new Error(`Not recorded: ${url}`)),
    },
  );
  const token = await new SignJWT({ iss: discovery.issuer, ...row.claims, ...claims })
    .setProtectedHeader({ alg, kid: "one" })
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime("1h")
    .sign(privateKey);
  const outcome = await authenticate({ authorization: `Bearer ${token}`, iamArn: undefined }).catch(
    ({ why, code }) => why ?? code,
  );
  return { outcome, logged };
}

test.each(issuerTable)("$name: a token that may read, and no more", async (row) => {
  const { outcome } = await callerOf({ row });
  expect(outcome).toMatchObject({ scopes: new Set(["call-context:read"]) });
});

test.each(issuerTable)("$name: a token for another audience is refused", async (row) => {
  const other = "aud" in row.claims ? { aud: "billing" } : { client_id: "billing" };
  expect((await callerOf({ row, claims: other })).outcome).toBe("aud");
});

test.each(issuerTable)(
  "$name: an issuer with another slash is told with both spellings",
  async (row) => {
    const { issuer } = row.discovery;
    const other = issuer.endsWith("/") ? issuer.slice(0, -1) : `${issuer}/`;
    const configured = await callerOf({ row, settings: { JWT_ISSUER: other } });
    expect(configured.outcome).toBe("context-api.unavailable");
    expect(configured.logged).toEqual([
      ["error", "issuer.mismatch", { configured: other, said: issuer, by: "discovery" }],
    ]);
    const issued = await callerOf({ row, claims: { iss: other } });
    expect(issued.outcome).toBe("iss");
    expect(issued.logged).toEqual([
      ["warn", "issuer.mismatch", { configured: issuer, said: other, by: "token" }],
    ]);
  },
);

test.each([
  [
    "AD FS",
    "http://adfs.example.com/adfs/services/trust",
    { scp: "call-context:read", appid: "crm" },
  ],
  [
    "Azure AD B2C",
    "https://example.b2clogin.com/7b0c5f0e-93a4-4f2f-9a51-6f0f6e0d9a11/v2.0/",
    { scp: "call-context:read", azp: "crm" },
  ],
  ["an issuer of one's own", "crm.example.com", { scope: "call-context:read", sub: "crm" }],
])("%s: the keys' address stands in for a discovery that is elsewhere", async (_, iss, claims) => {
  const jwksUrl = "https://keys.example.com/discovery/keys";
  const { outcome } = await callerOf({
    row: {
      name: "",
      alg: "RS256",
      discovery: { issuer: iss, jwks_uri: jwksUrl },
      settings: { JWT_AUDIENCE: "call-context-api", JWT_JWKS_URL: jwksUrl },
      claims: { aud: "call-context-api", ...claims },
    },
  });
  expect(outcome).toMatchObject({ scopes: new Set(["call-context:read"]) });
});

test("one of several audiences is enough", async () => {
  const [row] = issuerTable.filter(({ name }) => name === "Okta");
  if (!row) throw new Error("The table has no Okta");
  const settings = { JWT_AUDIENCE: "call-context-api, api://default" };
  expect((await callerOf({ row, settings })).outcome).toMatchObject({
    subject: expect.any(String),
  });
  expect((await callerOf({ row, settings: { JWT_AUDIENCE: "a,b" } })).outcome).toBe("aud");
});

test("the README's table of issuers has a row for each, with what to set", () => {
  const readme = readFileSync(join(__dirname, "../README.md"), "utf8");
  const lines = issuerTable.map(({ name, settings }) => {
    const { JWT_AUDIENCE: _, ...others } = settings;
    const set = Object.entries(others).map(([variable, value]) => `\`${variable}=${value}\``);
    return `| ${name} | ${set.join(" ") || "nothing"} |`;
  });
  expect(lines.filter((line) => !readme.includes(line))).toEqual([]);
});
