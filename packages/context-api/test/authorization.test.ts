import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createInMemoryCallContextStore } from "@skill-call/call-context";
import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { createAuthenticate } from "../src/access/authenticate.ts";
import { RateLimiter } from "../src/access/rate-limiter.ts";
import { type App, createApp } from "../src/app.ts";
import type { Config } from "../src/config/config.ts";
import { lambdaPace } from "../src/live/snapshots.ts";
import { routes } from "../src/routes/routes.ts";
import { systemClock as clock } from "../src/time/clock.ts";
import { audience, Issuer } from "./support/issuer.ts";
import { sampleContext } from "./support/sample-context.ts";
import { startSmallServer } from "./support/small-server.ts";

let issuer: Issuer;
let other: Issuer;
const store = createInMemoryCallContextStore();
let contextId: string;

beforeAll(async () => {
  [issuer, other] = [await Issuer.start(), await Issuer.start()];
});
afterAll(() => Promise.all([issuer.close(), other.close()]));

function appWith(access: Partial<Config>): App {
  const config = { callContextTable: "none", iamAuth: false, corsAllowedOrigins: [], ...access };
  return createApp(config, {
    store,
    authenticate: createAuthenticate(config, { clock }),
    limiter: new RateLimiter({ burst: 10_000, perSecond: 1 }, clock),
    clock,
    log: () => {},
    page: { html: "", contentSecurityPolicy: "" },
    pace: lambdaPace,
  });
}

const jwtApp = () => appWith({ jwt: { issuer: issuer.url, audience } });

interface Asking {
  readonly authorization?: string | undefined;
  readonly iamArn?: string;
}

const bodies: Readonly<Record<string, object>> = {
  lookupContext: { userToUser: "csi=x" },
  addNote: { id: "n1", text: "x" },
  setStatus: { status: "connected" },
};

async function ask(app: App, name: string, { authorization, iamArn }: Asking): Promise<Response> {
  ({ contextId } = await store.create(sampleContext));
  const route = routes.find((each) => each.name === name);
  const body = name === "lookupContext" ? { userToUser: `csi=${contextId}` } : bodies[name];
  const headers = new Headers({ "content-type": "application/json" });
  if (authorization !== undefined) headers.set("authorization", authorization);
  const path = route?.path.replace(":contextId", contextId) ?? "/v1/nowhere";
  const init = {
    method: route?.method ?? "GET",
    headers,
    ...(body && { body: JSON.stringify(body) }),
  };
  return app.request(path, init, iamArn === undefined ? {} : { iamArn });
}

const nowSeconds = () => Math.floor(Date.now() / 1000);

async function signedByAnother(): Promise<string> {
  const { privateKey } = await generateKeyPair("ES256");
  return new SignJWT({
    iss: issuer.url,
    aud: audience,
    sub: "x",
    exp: nowSeconds() + 60,
    scope: everything,
  })
    .setProtectedHeader({ alg: "ES256", kid: "one" })
    .sign(privateKey);
}

const everything = "call-context:read call-context:write call-context:read-pii";
const scope = everything;

const refused: [string, () => Promise<string | undefined> | string | undefined][] = [
  ["no token", () => undefined],
  ["no bearer token", () => "Basic YWdlbnQ6N3M="],
  ["no JWT", () => "Bearer abc.def.ghi"],
  ["a wrong issuer's token", async () => `Bearer ${await other.token({ scope })}`],
  [
    "a token that names a wrong issuer",
    async () => `Bearer ${await issuer.token({ scope, claims: { iss: other.url } })}`,
  ],
  [
    "a token for another audience",
    async () => `Bearer ${await issuer.token({ scope, claims: { aud: "billing-api" } })}`,
  ],
  [
    "a token for nobody in particular",
    async () => `Bearer ${await issuer.token({ scope, claims: { aud: undefined } })}`,
  ],
  [
    "a token of nobody",
    async () => `Bearer ${await issuer.token({ scope, claims: { sub: undefined } })}`,
  ],
  ["an expired token", async () => `Bearer ${await issuer.token({ scope, expiresInSeconds: -6 })}`],
  [
    "a token of tomorrow",
    async () => `Bearer ${await issuer.token({ scope, claims: { nbf: nowSeconds() + 60 } })}`,
  ],
  [
    "a token without an end",
    async () => `Bearer ${await issuer.token({ scope, claims: { exp: undefined } })}`,
  ],
  ["a token signed with another key", async () => `Bearer ${await signedByAnother()}`],
  [
    "an unsigned token",
    () =>
      `Bearer ${new UnsecuredJWT({ iss: issuer.url, aud: audience, sub: "x", scope }).setExpirationTime("1h").encode()}`,
  ],
  [
    "a token signed with a shared secret",
    () =>
      new SignJWT({ iss: issuer.url, aud: audience, sub: "x", scope })
        .setProtectedHeader({ alg: "HS256", kid: "one" })
        .setExpirationTime("1h")
        .sign(new TextEncoder().encode("x".repeat(32)))
        .then((token) => `Bearer ${token}`),
  ],
];

const names = [...routes.map(({ name }) => name), "nowhere"];

test.each(names.flatMap((name) => refused.map(([why, make]) => [name, why, make] as const)))(
  "%s with %s is 401, in the same words",
  async (name, _, make) => {
    const response = await ask(jwtApp(), name, { authorization: await make() });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(await response.json()).toEqual({
      type: "urn:skill-call:problem:context-api.unauthorized",
      title: "Unauthorized",
      status: 401,
      detail: "This needs a bearer token that the context API trusts.",
      code: "context-api.unauthorized",
    });
  },
);

const wrongScopes = ["", "call-context:read-pii", "call-context:readx openid", "call-context"];

test.each(
  routes.flatMap((route) => {
    const others = ["call-context:read", "call-context:write"].filter(
      (each) => each !== route.scope,
    );
    return [...wrongScopes, ...others].map((granted) => [route.name, granted] as const);
  }),
)("%s with the scope '%s' is 403", async (name, granted) => {
  const token = await issuer.token({ scope: granted });
  const response = await ask(jwtApp(), name, { authorization: `Bearer ${token}` });
  expect(response.status).toBe(403);
});

test.each(
  routes.map(({ name, scope: needed, success }) => [name, needed, success.status] as const),
)("%s with the scope %s is %i", async (name, needed, status) => {
  const token = await issuer.token({ scope: `openid ${needed}` });
  const response = await ask(jwtApp(), name, { authorization: `bearer ${token}` });
  expect(response.status).toBe(status);
});

test("a token that may read may not see personal data whole, in any answer", async () => {
  const authorization = `Bearer ${await issuer.token({ scope: "call-context:read" })}`;
  for (const { name, scope: needed } of routes) {
    if (needed !== "call-context:read") continue;
    const text = await (await ask(jwtApp(), name, { authorization })).text();
    expect(text).not.toContain(sampleContext.accountId);
    expect(text).not.toContain("2045551");
  }
});

test.each<[string, Record<string, unknown>]>([
  ["scp as a list", { scope: undefined, scp: ["call-context:read"] }],
  ["scp as a string", { scope: undefined, scp: "openid call-context:read" }],
  [
    "client_id where there is no aud, as Amazon Cognito's",
    { scope: "call-context:read", aud: undefined, client_id: audience },
  ],
  ["several audiences", { scope: "call-context:read", aud: ["other", audience] }],
])("a token with %s counts", async (_, claims) => {
  const authorization = `Bearer ${await issuer.token({ claims })}`;
  expect((await ask(jwtApp(), "getContext", { authorization })).status).toBe(200);
});

test("the keys' own address saves the discovery", async () => {
  const before = issuer.asked.length;
  const app = appWith({ jwt: { issuer: issuer.url, audience, jwksUrl: `${issuer.url}/keys` } });
  const authorization = `Bearer ${await issuer.token({ scope: "call-context:read" })}`;
  expect((await ask(app, "getContext", { authorization })).status).toBe(200);
  expect((await ask(app, "getContext", { authorization })).status).toBe(200);
  expect(issuer.asked.slice(before)).toEqual(["/keys"]);
});

test("an issuer that cannot be reached is 503, and is asked again with the next token", async () => {
  let isUp = false;
  const flaky = await startSmallServer((path, url) => {
    if (!isUp) return undefined;
    return path === "/.well-known/openid-configuration"
      ? { issuer: url, jwks_uri: `${issuer.url}/keys` }
      : undefined;
  });
  const app = appWith({ jwt: { issuer: flaky.url, audience } });
  const claims = { iss: flaky.url };
  const authorization = `Bearer ${await issuer.token({ scope: "call-context:read", claims })}`;
  expect((await ask(app, "getContext", { authorization })).status).toBe(503);
  isUp = true;
  expect((await ask(app, "getContext", { authorization })).status).toBe(200);
  await flaky.close();
});

test("an OpenID configuration of another issuer's, or with keys in the clear, is none", async () => {
  for (const configuration of [
    { issuer: "https://other.example.com", jwks_uri: `${issuer.url}/keys` },
    { jwks_uri: "http://keys.example.com" },
  ]) {
    const liar = await startSmallServer((_, url) => ({ issuer: url, ...configuration }));
    const app = appWith({ jwt: { issuer: liar.url, audience } });
    const claims = { iss: liar.url };
    const authorization = `Bearer ${await issuer.token({ scope: "call-context:read", claims })}`;
    expect((await ask(app, "getContext", { authorization })).status).toBe(503);
    await liar.close();
  }
});

test.each(names)("without configuration %s is 401, whatever comes along", async (name) => {
  const authorization = `Bearer ${await issuer.token({ scope })}`;
  expect(
    (await ask(appWith({}), name, { authorization, iamArn: "arn:aws:iam::1:user/x" })).status,
  ).toBe(401);
});

test("the open pages are open without configuration", async () => {
  for (const path of ["/agent", "/openapi.json"]) {
    expect((await appWith({}).request(path)).status).toBe(200);
  }
});

test.each(routes.map(({ name, success }) => [name, success.status] as const))(
  "an IAM identity that AWS passes on may use %s, and sees personal data masked",
  async (name, status) => {
    const response = await ask(appWith({ iamAuth: true }), name, {
      iamArn: "arn:aws:iam::1:role/crm",
    });
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain("2045551");
  },
);

test("an IAM identity counts only where IAM is what the API is told to trust", async () => {
  expect((await ask(jwtApp(), "getContext", { iamArn: "arn:aws:iam::1:role/crm" })).status).toBe(
    401,
  );
  expect((await ask(appWith({ iamAuth: true }), "getContext", {})).status).toBe(401);
});
