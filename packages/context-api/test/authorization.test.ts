import { afterAll, afterEach, beforeAll, expect, jest, test } from "@jest/globals";
import { createInMemoryCallContextStore } from "@skill-call/call-context";
import { systemClock as clock } from "@skill-call/lambda-config";
import fc from "fast-check";
import { base64url, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { createAuthenticate } from "../src/access/authenticate.ts";
import { fetchJson } from "../src/access/fetch-json.ts";
import { RateLimiter } from "../src/access/rate-limiter.ts";
import { type App, createApp } from "../src/app.ts";
import type { Config } from "../src/config/config.ts";
import { OpenStreams, usualStreamLimits } from "../src/live/open-streams.ts";
import { lambdaPace } from "../src/live/snapshots.ts";
import openApi from "../src/openapi/openapi.document.ts";
import { routes } from "../src/routes/routes.ts";
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
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => Promise.all([issuer.close(), other.close()]));

const nobody = {
  callContextTable: "none",
  iamAuth: false,
  corsAllowedOrigins: [],
  rate: { burst: 10_000, perSecond: 1 },
  agent: { frameAncestors: [] },
};

function appWith(access: Partial<Config>): App {
  const config = { ...nobody, ...access };
  return createApp(config, {
    store,
    authenticate: createAuthenticate(config, { clock, fetchJson, log: () => {} }),
    limiter: new RateLimiter(nobody.rate, clock),
    clock,
    log: () => {},
    measure: () => {},
    annotate: () => {},
    streams: new OpenStreams(usualStreamLimits),
    openApi,
    asyncApi: "{}",
    page: { html: "", contentSecurityPolicy: "" },
    workspacePage: () => Promise.reject(new Error("nobody asks for it")),
    signedInPage: { html: "", contentSecurityPolicy: "" },
    element: "",
    agent: { labels: {}, frameAncestors: [] },
    signIn: async () => undefined,
    pace: lambdaPace,
  });
}

const jwtApp = () => appWith({ jwt: { issuer: issuer.url, audiences: [audience] } });

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

/** What API Gateway's open route takes, and so hands on with nobody's signature checked. */
const throughTheOpenRoute: [string, (id: string) => string, number][] = [
  ["HEAD", (id) => `/v1/contexts/${id}`, 200],
  ["GET", (id) => `//v1/contexts/${id}`, 404],
  ["GET", (id) => `/v1/contexts/${id}/`, 404],
  ["GET", (id) => `/V1/contexts/${id}`, 404],
  ["GET", () => "/v1", 404],
  ["GET", () => "/v1/nowhere", 404],
  ["DELETE", (id) => `/v1/contexts/${id}`, 405],
  ["PUT", (id) => `/v1/contexts/${id}/notes`, 405],
  ["PATCH", (id) => `/v1/contexts/${id}/status`, 405],
  ["OPTIONS", (id) => `/v1/contexts/${id}`, 405],
];

test.each(throughTheOpenRoute)(
  "%s by the gateway's open route reads nothing for nobody",
  async (method, pathOf, known) => {
    ({ contextId } = await store.create(sampleContext));
    const reads = jest.spyOn(store, "get");
    const iamApp = appWith({ iamAuth: true });
    for (const app of [jwtApp(), iamApp]) {
      const response = await app.request(pathOf(contextId), { method });
      expect([response.status, response.headers.has("allow")]).toEqual([401, false]);
    }
    expect(reads).not.toHaveBeenCalled();
    const signed = { iamArn: "arn:aws:iam::1:role/crm" };
    expect((await iamApp.request(pathOf(contextId), { method }, signed)).status).toBe(known);
  },
);

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
  [
    "a token that counts only beside a proof of possession",
    async () => `Bearer ${await issuer.token({ scope, claims: { cnf: { jkt: "x" } } })}`,
  ],
  ["a DPoP token", async () => `DPoP ${await issuer.token({ scope })}`],
  [
    "two tokens",
    async () => `Bearer ${await issuer.token({ scope })}, Bearer ${await issuer.token({ scope })}`,
  ],
  [
    "a token for no audience at all",
    async () => `Bearer ${await issuer.token({ scope, claims: { aud: [] } })}`,
  ],
  [
    "a token of the same issuer with a slash",
    async () => `Bearer ${await issuer.token({ scope, claims: { iss: `${issuer.url}/` } })}`,
  ],
  [
    "a token whose issuer is no text, nor can be made one",
    async () => `Bearer ${await issuer.token({ scope, claims: { iss: { toString: "x" } } })}`,
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
  [
    "a token signed with the issuer's public key as if it were a secret",
    async () =>
      new SignJWT({ iss: issuer.url, aud: audience, sub: "x", scope })
        .setProtectedHeader({ alg: "HS256", kid: "one" })
        .setExpirationTime("1h")
        .sign(new TextEncoder().encode(await (await fetch(`${issuer.url}/keys`)).text()))
        .then((token) => `Bearer ${token}`),
  ],
];

/** A header that says of itself what no issuer would. */
const forgedHeader = fc.record(
  {
    alg: fc.constantFrom<unknown>("none", "None", "HS256", "RS256", "ES256", "", 7, null, {}, []),
    kid: fc.constantFrom<unknown>("one", "__proto__", "../../keys", "' OR 1=1", 7, {}, null),
    jku: fc.constant("https://evil.example.com/keys"),
    jwk: fc.constant({ kty: "oct", k: "AA" }),
    x5u: fc.constant("https://evil.example.com/chain"),
    crit: fc.constantFrom<unknown>(["b64"], ["exp"], [], "b64"),
    b64: fc.boolean(),
    typ: fc.constantFrom("JWT", "at+jwt", "dpop+jwt"),
    zip: fc.constant("DEF"),
  },
  { requiredKeys: [] },
);

const forgedToken = fc
  .tuple(forgedHeader, fc.jsonValue(), fc.uint8Array({ maxLength: 80 }))
  .map(([header, payload, signature]) => {
    const parts = [header, payload].map((part) => base64url.encode(JSON.stringify(part)));
    return `Bearer ${[...parts, base64url.encode(signature)].join(".")}`;
  });

const anyAuthorization = fc.oneof(
  forgedToken,
  fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  }),
  fc.stringMatching(/^Bearer [\w.-]{0,60}$/),
  fc.nat(15_000).map((length) => `Bearer ${"a".repeat(length)}.b.c`),
);

test("whatever is made up for a token is 401, never an error of another kind", async () => {
  const app = jwtApp();
  await fc.assert(
    fc.asyncProperty(anyAuthorization, async (authorization) => {
      const response = await app.request("/v1/contexts/x", { headers: { authorization } });
      expect(response.status).toBe(401);
    }),
    { numRuns: 500 },
  );
});

const names = [...routes.map(({ name }) => name), "nowhere"];

test.each(names.flatMap((name) => refused.map(([why, make]) => [name, why, make] as const)))(
  "%s with %s is 401, in the same words",
  async (name, _, make) => {
    const response = await ask(jwtApp(), name, { authorization: await make() });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(await response.json()).toEqual({
      type: "/problems/context-api.unauthorized",
      instance: `urn:skill-call:request:${response.headers.get("x-request-id")}`,
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
  const needed = routes.find((route) => route.name === name)?.scope;
  expect(response.headers.get("www-authenticate")).toBe(
    `Bearer error="insufficient_scope", scope="${needed}"`,
  );
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
  const app = appWith({
    jwt: { issuer: issuer.url, audiences: [audience], jwksUrl: `${issuer.url}/keys` },
  });
  const authorization = `Bearer ${await issuer.token({ scope: "call-context:read" })}`;
  expect((await ask(app, "getContext", { authorization })).status).toBe(200);
  expect((await ask(app, "getContext", { authorization })).status).toBe(200);
  expect(issuer.asked.slice(before)).toEqual(["/keys"]);
});

test("a key that the issuer changes to counts a few seconds later, and keys made up cost it little", async () => {
  const start = Date.now();
  const now = jest.spyOn(Date, "now").mockReturnValue(start);
  const app = jwtApp();
  const askWith = async (token: string) =>
    (await ask(app, "getContext", { authorization: `Bearer ${token}` })).status;
  expect(await askWith(await issuer.token({ scope }))).toBe(200);
  await issuer.changeKey("two");
  const fresh = await issuer.token({ scope });
  const before = issuer.asked.length;
  for (let forged = 0; forged < 20; forged += 1) expect(await askWith(fresh)).toBe(401);
  expect(issuer.asked.length).toBe(before);
  now.mockReturnValue(start + 6000);
  expect(await askWith(fresh)).toBe(200);
});

test("keys outlive their issuer for ten minutes", async () => {
  const start = Date.now();
  const now = jest.spyOn(Date, "now").mockReturnValue(start);
  const short = await Issuer.start();
  const app = appWith({ jwt: { issuer: short.url, audiences: [audience] } });
  const token = await short.token({ scope, expiresInSeconds: 3600 });
  const statusAfter = async (seconds: number) => {
    now.mockReturnValue(start + seconds * 1000);
    return (await app.request("/v1/contexts/x", { headers: { authorization: `Bearer ${token}` } }))
      .status;
  };
  expect(await statusAfter(0)).toBe(404);
  await short.close();
  expect([await statusAfter(590), await statusAfter(610)]).toEqual([404, 503]);
});

test("an issuer that cannot be reached is 503, and is asked again some seconds later", async () => {
  const start = Date.now();
  const now = jest.spyOn(Date, "now").mockReturnValue(start);
  let isUp = false;
  const flaky = await startSmallServer((path, url) => {
    if (!isUp) return undefined;
    return path === "/.well-known/openid-configuration"
      ? { issuer: url, jwks_uri: `${issuer.url}/keys` }
      : undefined;
  });
  const app = appWith({ jwt: { issuer: flaky.url, audiences: [audience] } });
  const claims = { iss: flaky.url };
  const authorization = `Bearer ${await issuer.token({ scope: "call-context:read", claims })}`;
  const status = async () => (await ask(app, "getContext", { authorization })).status;
  expect(await status()).toBe(503);
  isUp = true;
  expect([await status(), flaky.asked.length]).toEqual([503, 1]);
  now.mockReturnValue(start + 5001);
  expect(await status()).toBe(200);
  await flaky.close();
});

test("an OpenID configuration of another issuer's, or with keys in the clear, is none", async () => {
  for (const configuration of [
    { issuer: "https://other.example.com", jwks_uri: `${issuer.url}/keys` },
    { jwks_uri: "http://keys.example.com" },
  ]) {
    const liar = await startSmallServer((_, url) => ({ issuer: url, ...configuration }));
    const app = appWith({ jwt: { issuer: liar.url, audiences: [audience] } });
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

test("who signs under ever new session names of a role is still counted as one", async () => {
  const config = { ...nobody, iamAuth: true };
  const authenticate = createAuthenticate(config, { clock, fetchJson, log: () => {} });
  const countedAs = async (iamArn: string) =>
    (await authenticate({ authorization: undefined, iamArn })).countedAs;
  const role = "arn:aws:sts::123456789012:assumed-role/crm";
  expect(await countedAs(`${role}/one`)).toBe(role);
  expect(await countedAs(`${role}/two:assumed-role/x/y`)).toBe(role);
  const user = "arn:aws:iam::123456789012:user/team/crm";
  expect(await countedAs(user)).toBe(user);
});

test("an IAM identity counts only where IAM is what the API is told to trust", async () => {
  expect((await ask(jwtApp(), "getContext", { iamArn: "arn:aws:iam::1:role/crm" })).status).toBe(
    401,
  );
  expect((await ask(appWith({ iamAuth: true }), "getContext", {})).status).toBe(401);
});
