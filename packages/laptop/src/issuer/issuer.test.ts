import { createPublicKey, type JsonWebKey, verify } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Issuer, startIssuer } from "./start-issuer.ts";

let issuer: Issuer;
beforeAll(async () => {
  issuer = await startIssuer({ clock: { now: () => Date.UTC(2026, 10, 23, 9) } });
});
afterAll(() => issuer.close());

async function json(path: string, init?: RequestInit) {
  const response = await fetch(`${issuer.url}${path}`, init);
  return { status: response.status, body: await response.json() };
}

function part(text: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(text ?? "", "base64url").toString());
}

/** The claims of a token whose signature is the issuer's. */
async function claimsOf(token: string): Promise<Record<string, unknown>> {
  const [header, claims, signature = ""] = token.split(".");
  const { body } = await json("/keys");
  const { keys } = body as { keys: (JsonWebKey & { kid: string })[] };
  const jwk = keys.find(({ kid }) => kid === part(header).kid);
  if (!jwk) throw new Error("The token names no key of the issuer's");
  const key = {
    key: createPublicKey({ key: jwk, format: "jwk" }),
    dsaEncoding: "ieee-p1363",
  } as const;
  const signed = Buffer.from(`${header}.${claims}`);
  expect(verify("sha256", signed, key, Buffer.from(signature, "base64url"))).toBe(true);
  return part(claims);
}

test("its configuration names it and leads to its keys, which hold nothing private", async () => {
  const { body } = await json("/.well-known/openid-configuration");
  expect(body).toMatchObject({ issuer: issuer.url, jwks_uri: `${issuer.url}/keys` });
  const { keys } = (await json("/keys")).body as { keys: object[] };
  expect(keys).toEqual([expect.objectContaining({ kty: "EC", crv: "P-256", alg: "ES256" })]);
  expect(keys[0]).not.toHaveProperty("d");
});

test("a token says who, for whom, what, and until when, and is signed", async () => {
  const token = issuer.token({ subject: "agent-7", scope: "call-context:read" });
  const iat = Date.UTC(2026, 10, 23, 9) / 1000;
  expect(await claimsOf(token)).toEqual({
    iss: issuer.url,
    aud: "call-context-api",
    sub: "agent-7",
    scope: "call-context:read",
    iat,
    exp: iat + 3600,
  });
});

test("whoever asks on this machine gets a token, as an OAuth client does", async () => {
  const form = { grant_type: "client_credentials", client_id: "crm", scope: "call-context:write" };
  const { body } = await json("/token", { method: "POST", body: new URLSearchParams(form) });
  const { access_token: token, token_type: type } = body as Record<string, string>;
  expect(type).toBe("Bearer");
  expect(await claimsOf(token ?? "")).toMatchObject({ sub: "crm", scope: "call-context:write" });
});

test("a request that is none is told so", async () => {
  const body = new URLSearchParams({ grant_type: "password" });
  expect(await json("/token", { method: "POST", body })).toEqual({
    status: 400,
    body: { error: "invalid_request" },
  });
});
