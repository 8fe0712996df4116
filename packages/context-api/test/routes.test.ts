import { expect, test } from "@jest/globals";
import { encodeContextId, hashContextId } from "@skill-call/call-context";
import { Desk } from "./support/desk.ts";
import { sampleContext, secrets } from "./support/sample-context.ts";

const read = "call-context:read";
const write = "call-context:write";
const whole = "call-context:read call-context:read-pii";
const unknown = "0".repeat(32);

async function deskWithCall() {
  const desk = new Desk();
  const { contextId } = await desk.store.create(sampleContext);
  return { desk, contextId, path: `/v1/contexts/${contextId}` };
}

test("a context is shown with its account and number masked, and the account flagged as unverified", async () => {
  const { desk, contextId, path } = await deskWithCall();
  const response = await desk.ask(path, { token: read });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    contextId,
    callerName: "Joséphine Tremblay",
    accountId: "••••1-Q",
    accountIdVerified: false,
    callerNumber: "••••1111",
    masked: ["accountId", "callerNumber"],
    reason: { id: "technical-support", text: "my January invoice" },
    locale: "fr-CA",
    skillId: "amzn1.ask.skill.4a0f",
    callStarter: "skill-call",
    status: "created",
    createdAt: "2026-11-23T09:00:00.000Z",
    expiresAt: Date.UTC(2026, 10, 23, 10) / 1000,
    fields: {},
    hiddenFields: ["queue"],
  });
});

test("with call-context:read-pii it is shown whole, with the team's own fields", async () => {
  const { desk, path } = await deskWithCall();
  expect(await (await desk.ask(path, { token: whole })).json()).toMatchObject({
    accountId: "ACC-7781-Q",
    callerNumber: "+12045551111",
    masked: [],
    fields: { queue: "gold" },
  });
});

test.each([
  ["as Alexa sends it", (id: string) => encodeContextId(id)],
  ["beside another value", (id: string) => `00fa;encoding=hex, ${encodeContextId(id)}`],
  [
    "behind a discriminator",
    (id: string) => `04${Buffer.from(`csi=${id}`).toString("hex")};encoding=hex;purpose=isdn-uui`,
  ],
  ["without its parameter", (id: string) => Buffer.from(`csi=${id}`).toString("hex")],
  ["with escaped separators", (id: string) => encodeURIComponent(encodeContextId(id))],
  ["without its first octet", (id: string) => `si=${id}`],
  ["as a bare ID", (id: string) => id],
])("a context is found by the User-to-User header %s", async (_, header) => {
  const { desk, contextId } = await deskWithCall();
  const body = { userToUser: header(contextId) };
  const response = await desk.ask("/v1/contexts:lookup", { token: read, body });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ contextId, masked: expect.any(Array) });
});

test("unknown, malformed and expired IDs get one and the same answer, also by the header", async () => {
  const { desk, contextId } = await deskWithCall();
  desk.clock.advance(3_600_000);
  const lookUp = (userToUser: string) =>
    desk.ask("/v1/contexts:lookup", { token: read, body: { userToUser } });
  const answers = await Promise.all([
    desk.ask(`/v1/contexts/${contextId}`, { token: read }),
    desk.ask(`/v1/contexts/${unknown}`, { token: read }),
    desk.ask(`/v1/contexts/${"x".repeat(101)}`, { token: read }),
    desk.ask("/v1/contexts/a%20b%00", { token: read }),
    desk.ask(`/v1/contexts/${contextId}/timeline`, { token: read }),
    desk.ask(`/v1/contexts/${contextId}/events`, { token: read }),
    desk.ask(`/v1/contexts/${contextId}/notes`, { token: write, body: { text: "x" } }),
    desk.ask(`/v1/contexts/${unknown}/status`, { token: write, body: { status: "ended" } }),
    lookUp(encodeContextId(contextId)),
    lookUp("6373693d6;encoding=hex"),
    lookUp("nothing of the kind"),
  ]);
  const bodies = await Promise.all(
    answers.map(async (answer) => (await answer.text()).replace(/urn:[\w:-]+/, "urn:")),
  );
  const heads = answers.map((answer) => JSON.stringify([answer.status, ...headersOf(answer)]));
  expect(new Set(bodies).size).toBe(1);
  expect(new Set(heads).size).toBe(1);
  expect(answers[0]?.status).toBe(404);
});

test("a note is kept, and sent again is the same note", async () => {
  const { desk, path } = await deskWithCall();
  const body = { id: "n1", text: "Sent a copy" };
  const first = await desk.ask(`${path}/notes`, { token: write, body });
  expect(first.status).toBe(201);
  const note = await first.json();
  expect(note).toEqual({ ...body, at: "2026-11-23T09:00:00.000Z" });
  desk.clock.advance(5_000);
  expect(await (await desk.ask(`${path}/notes`, { token: write, body })).json()).toEqual(note);
});

test("another text under a note's ID is a conflict, and so is a note too many", async () => {
  const { desk, path } = await deskWithCall();
  const add = (id: string, text: string) =>
    desk.ask(`${path}/notes`, { token: write, body: { id, text } });
  await add("n0", "one");
  expect((await add("n0", "two")).status).toBe(409);
  for (let count = 1; count < 32; count += 1) await add(`n${count}`, "x");
  expect(await (await add("n32", "x")).json()).toMatchObject({
    status: 409,
    code: "context-api.conflict",
    detail: "This context takes no further note.",
  });
});

test("a note without an ID gets one", async () => {
  const { desk, path } = await deskWithCall();
  const response = await desk.ask(`${path}/notes`, { token: write, body: { text: "x" } });
  expect(await response.json()).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

test("the status moves forward; the same again changes nothing, and back is a conflict", async () => {
  const { desk, contextId, path } = await deskWithCall();
  await desk.store.claim(contextId, "call-1");
  const set = async (status: string) => {
    const response = await desk.ask(`${path}/status`, { token: write, body: { status } });
    return [response.status, await response.json()];
  };
  expect(await set("connected")).toEqual([200, { status: "connected", changed: true }]);
  expect(await set("connected")).toEqual([200, { status: "connected", changed: false }]);
  expect(await set("ended")).toEqual([200, { status: "ended", changed: true }]);
  expect(await set("connected")).toMatchObject([409, { code: "context-api.conflict" }]);
  expect(await set("failed")).toMatchObject([409, {}]);
});

test("the timeline has each status and note, oldest first", async () => {
  const { desk, contextId, path } = await deskWithCall();
  desk.clock.advance(2_000);
  await desk.store.claim(contextId, "call-1");
  desk.clock.advance(2_000);
  await desk.store.addNote(contextId, { id: "n1", text: "Wants a copy" });
  desk.clock.advance(2_000);
  await desk.store.advance(contextId, "ended");
  expect(await (await desk.ask(`${path}/timeline`, { token: read })).json()).toEqual({
    entries: [
      { type: "status", status: "created", at: "2026-11-23T09:00:00.000Z" },
      { type: "status", status: "claimed", at: "2026-11-23T09:00:02.000Z" },
      { type: "note", id: "n1", text: "Wants a copy", at: "2026-11-23T09:00:04.000Z" },
      { type: "status", status: "ended", at: "2026-11-23T09:00:06.000Z" },
    ],
  });
});

test.each([
  ["my account ACC-7781-Q is locked", "my account ••••1-Q is locked"],
  ["acc 7781 q, I mean", "••••1-Q, I mean"],
  ["call 204-555-1111 or +1 (204) 555 1111", "call ••••1111 or +••••1111"],
  ["2 0 4 5 5 5 1 1 1 1", "••••1111"],
  ["invoice 17781 of ACC-7781-QX", "invoice 17781 of ACC-7781-QX"],
])(
  "who may not see account and number does not read them in '%s' either",
  async (words, masked) => {
    const desk = new Desk();
    const reason = { id: "billing", text: words };
    const { contextId } = await desk.store.create({ ...sampleContext, reason });
    await desk.store.addNote(contextId, { id: "n1", text: words });
    const answers = async (token: string) =>
      Promise.all(
        ["", "/timeline", "/events"].map(async (part) => {
          const response = await desk.ask(`/v1/contexts/${contextId}${part}`, { token });
          return response.text();
        }),
      );
    for (const text of await answers(read)) {
      expect(text).toContain(JSON.stringify(masked));
      if (masked !== words) expect(text).not.toContain(words);
    }
    for (const text of await answers(whole)) expect(text).toContain(JSON.stringify(words));
  },
);

test("every request leaves one audit line, also a refused one, and neither it nor the trace has personal data", async () => {
  const desk = new Desk({ burst: 5 });
  const { contextId } = await desk.store.create(sampleContext);
  const path = `/v1/contexts/${contextId}`;
  await desk.ask(path, { token: whole });
  await desk.ask(`${path}/timeline`, { token: read });
  await desk.ask(`/v1/contexts/${unknown}`, { token: read });
  await desk.ask(`${path}/notes`, { token: read, body: { text: "x" } });
  await desk.ask(path);
  const body = { userToUser: encodeContextId(contextId) };
  await desk.ask("/v1/contexts:lookup", { token: read, body });
  await desk.ask(path, { token: read });
  await desk.ask("/v1/contexts/Joséphine", { token: read });
  const at = "2026-11-23T09:00:00.000Z";
  // printf 'issuer agent-7' | sha256sum
  const who = "37405c7163ac";
  const line = { level: "info", message: "audit", at, who, unmasked: false };
  const { who: _, ...unknownLine } = line;
  const contextHash = hashContextId(contextId);
  const requestIds = desk.auditLines.map(({ requestId }) => requestId);
  expect(new Set(requestIds).size).toBe(8);
  expect(desk.auditLines.map(({ requestId, ...rest }) => rest)).toEqual([
    { ...line, what: "getContext", contextHash, unmasked: true, outcome: "ok" },
    { ...line, what: "getTimeline", contextHash, outcome: "ok" },
    {
      ...line,
      what: "getContext",
      contextHash: hashContextId(unknown),
      outcome: "context-api.not-found",
    },
    { ...line, what: "addNote", contextHash, outcome: "context-api.forbidden", why: "scope" },
    {
      ...unknownLine,
      what: "getContext",
      contextHash,
      outcome: "context-api.unauthorized",
      why: "missing",
    },
    { ...line, what: "lookupContext", contextHash, outcome: "ok" },
    { ...line, what: "getContext", contextHash, outcome: "context-api.too-many-requests" },
    { ...line, what: "getContext", outcome: "context-api.too-many-requests" },
  ]);
  const told = desk.log + JSON.stringify(desk.annotations);
  const personal = [...secrets, contextId, "agent-7"].filter((secret) => told.includes(secret));
  expect(personal).toEqual([]);
});

test.each<[string, unknown, string]>([
  ["no JSON", "{", ""],
  ["no object", '"x"', ""],
  ["nothing in it", {}, "/text"],
  ["no text", { text: 7 }, "/text"],
  ["an empty text", { text: "" }, "/text"],
  ["a text that is too long", { text: "x".repeat(1001) }, "/text"],
  ["half a surrogate pair", '{"text":"\\ud83d"}', "/text"],
  ["a control character", { text: "\u001b[31mred" }, "/text"],
  ["a field that every object inherits", { text: "x", toString: "x" }, ""],
  ["a prototype", '{"text":"x","__proto__":{}}', ""],
  ["lists within lists", `{"text":${"[".repeat(8000)}${"]".repeat(8000)}}`, "/text"],
  ["an ID with a character that none has", { id: "a#b", text: "x" }, "/id"],
  ["a field that is not known", { text: "x", colour: "red" }, ""],
])("a body with %s is refused, and the place told", async (_, body, pointer) => {
  const { desk, path } = await deskWithCall();
  const response = await desk.ask(`${path}/notes`, { token: write, body });
  expect(response.status).toBe(400);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({
    code: "context-api.invalid-request",
    errors: [{ pointer }],
  });
});

test("a note has 1,000 characters, whatever a character is, and may have lines", async () => {
  const { desk, path } = await deskWithCall();
  const body = { text: `${"𝄞".repeat(998)}\n\t` };
  expect((await desk.ask(`${path}/notes`, { token: write, body })).status).toBe(201);
});

test("a refusal repeats nothing of the body", async () => {
  const { desk, path } = await deskWithCall();
  const body = { "Joséphine 7781": 1, text: 2045551111, id: "Joséphine 7781" };
  const answer = await (await desk.ask(`${path}/notes`, { token: write, body })).text();
  expect(secrets.filter((secret) => answer.includes(secret))).toEqual([]);
});

test("a body that is not JSON by its own account is 415, and one of 17 KB 413", async () => {
  const { desk, path } = await deskWithCall();
  const headers = { "content-type": "text/plain" };
  const plain = await desk.ask(`${path}/notes`, { token: write, body: { text: "x" }, headers });
  expect(plain.status).toBe(415);
  const body = { text: "x".repeat(17_000) };
  const lie = { "content-length": "5" };
  for (const headers of [{}, lie]) {
    const large = await desk.ask(`${path}/notes`, { token: write, body, headers });
    expect(large.status).toBe(413);
  }
  // Who is not known is told nothing else.
  expect((await desk.ask(`${path}/notes`, { body })).status).toBe(401);
});

test.each([
  ["DELETE", "/v1/contexts/x", "GET, HEAD"],
  ["POST", "/v1/contexts/x/timeline", "GET, HEAD"],
  ["PUT", "/v1/contexts/x/notes", "POST"],
  ["HEAD", "/v1/contexts/x/status", "POST"],
  ["GET", "/v1/contexts:lookup", "POST"],
  ["POST", "/agent", "GET, HEAD"],
  ["DELETE", "/openapi.json", "GET, HEAD"],
])("%s %s is 405, and what it allows is told", async (method, path, allow) => {
  const response = await new Desk().ask(path, { method, token: read });
  expect([response.status, response.headers.get("allow")]).toEqual([405, allow]);
});

test("who is not known is told of no method that an API route has", async () => {
  const response = await new Desk().ask("/v1/contexts/x", { method: "DELETE" });
  expect([response.status, response.headers.has("allow")]).toEqual([401, false]);
});

/** But for those that no two requests share. */
function headersOf({ headers }: Response) {
  return [...headers].filter(([name]) => !["x-request-id", "ratelimit"].includes(name));
}

test("HEAD answers as GET does, without the content", async () => {
  const { desk, path } = await deskWithCall();
  for (const each of [path, `${path}/events`, "/agent"]) {
    const get = await desk.ask(each, { token: read });
    const head = await desk.ask(each, { token: read, method: "HEAD" });
    expect([head.status, headersOf(head)]).toEqual([get.status, headersOf(get)]);
    expect(await head.text()).toBe("");
  }
});

test.each([
  ["a step more", (path: string) => `${path}/`, "context-api.no-route"],
  ["a step escaped", (path: string) => `${path}%2Ftimeline`, "context-api.not-found"],
  ["a broken escape", () => "/v1/contexts/%zz", "context-api.not-found"],
  ["a NUL", () => "/v1/contexts/%00", "context-api.not-found"],
])("a path with %s leads nowhere", async (_, change, code) => {
  const { desk, path } = await deskWithCall();
  const response = await desk.ask(change(path), { token: read });
  expect(await response.json()).toMatchObject({ status: 404, code });
});

test("an ID is the same with its characters escaped", async () => {
  const { desk, path } = await deskWithCall();
  const escaped = path.replace(/.$/, (last) => `%${last.charCodeAt(0).toString(16)}`);
  expect((await desk.ask(escaped, { token: read })).status).toBe(200);
});

test("who asks too often waits, and others do not", async () => {
  const desk = new Desk({ burst: 2 });
  const { contextId } = await desk.store.create(sampleContext);
  const ask = async () => (await desk.ask(`/v1/contexts/${contextId}`, { token: read })).status;
  expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
  const refused = await desk.ask(`/v1/contexts/${contextId}`, { token: read });
  expect(refused.headers.get("retry-after")).toBe("1");
  desk.clock.advance(1_000);
  expect(await ask()).toBe(200);
});

test("a store that cannot be reached is 503, a fault of ours 500, and neither says more", async () => {
  const broken = async (error: Error) => {
    const desk = new Desk({ store: { get: () => Promise.reject(error) } });
    const response = await desk.ask(`/v1/contexts/${unknown}`, { token: read });
    return { desk, status: response.status, text: await response.text() };
  };
  const code = "call-context.store-unavailable";
  const down = await broken(Object.assign(new Error("Joséphine"), { code }));
  expect(down.status).toBe(503);
  const fault = await broken(new TypeError("Joséphine"));
  expect(fault.status).toBe(500);
  expect(fault.desk.log).toContain('"error":"TypeError"');
  for (const { desk, text } of [down, fault]) expect(desk.log + text).not.toContain("Joséphine");
});

test("every answer is for the asker alone", async () => {
  const { desk, path } = await deskWithCall();
  const answers = [
    await desk.ask(path, { token: read }),
    await desk.ask(path),
    await desk.ask("/agent"),
    await desk.ask("/openapi.json"),
    await desk.ask("/nowhere", { token: read }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 401, 200, 200, 404]);
  for (const { headers } of answers) {
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "strict-transport-security": expect.stringMatching(/^max-age=\d+$/),
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
    expect(headers.has("access-control-allow-origin")).toBe(false);
  }
});

test("web pages of other origins may ask where the configuration names them, and nowhere else", async () => {
  const origin = "https://crm.example.com";
  const desk = new Desk({ corsAllowedOrigins: [origin] });
  const preflight = (from: string) =>
    desk.ask(`/v1/contexts/${unknown}`, { method: "OPTIONS", headers: { origin: from } });
  const allowed = (await preflight(origin)).headers;
  expect(allowed.get("access-control-allow-origin")).toBe(origin);
  expect(allowed.get("access-control-allow-headers")?.split(",")).toEqual([
    "authorization",
    "content-type",
    "idempotency-key",
    "last-event-id",
    "traceparent",
    "x-request-id",
  ]);
  expect(allowed.has("access-control-allow-credentials")).toBe(false);
  // A page has to be able to read that its token has expired.
  const refused = await desk.ask(`/v1/contexts/${unknown}`, { headers: { origin } });
  expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([
    401,
    origin,
  ]);
  expect(refused.headers.get("vary")).toBe("Origin");
  const other = (await preflight("https://evil.example.com")).headers;
  expect(other.has("access-control-allow-origin")).toBe(false);
  const plain = await new Desk().ask(`/v1/contexts/${unknown}`, { method: "OPTIONS" });
  expect(plain.status).toBe(401);
});

test.each([
  ["a key", "k-1", "k-1"],
  ["a key in quotes", '"k-1"', "k-1"],
  [
    "a long key",
    "a key, with blanks and more than 64 characters ".repeat(3).trim(),
    expect.any(String),
  ],
])("a note sent again with %s is one note", async (_, key, id) => {
  const { desk, path } = await deskWithCall();
  const send = (text: string) =>
    desk.ask(`${path}/notes`, {
      token: write,
      body: { text },
      headers: { "idempotency-key": key },
    });
  const first = await (await send("x")).json();
  expect(first).toMatchObject({ id, text: "x" });
  expect(await (await send("x")).json()).toEqual(first);
  expect((await send("y")).status).toBe(409);
  const own = await desk.ask(`${path}/notes`, {
    token: write,
    body: { id: "mine", text: "z" },
    headers: { "idempotency-key": key },
  });
  expect(await own.json()).toMatchObject({ id: "mine" });
});

test.each([[""], ['""'], ["x".repeat(256)]])("the idempotency key '%s' is refused", async (key) => {
  const { desk, path } = await deskWithCall();
  const headers = { "idempotency-key": key };
  const response = await desk.ask(`${path}/notes`, { token: write, body: { text: "x" }, headers });
  expect(await response.json()).toMatchObject({
    status: 400,
    errors: [{ pointer: "Idempotency-Key" }],
  });
});
