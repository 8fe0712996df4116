import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
  type CallContext,
  createInMemoryCallContextStore,
  encodeContextId,
} from "@skill-call/call-context";
import fc from "fast-check";
import { LocalAws } from "../test/support/aws.ts";
import { Desk } from "../test/support/desk.ts";
import { sampleContext } from "../test/support/sample-context.ts";
import { contactAttributes } from "./amazon-connect/contact-attributes.ts";
import { createHandler } from "./amazon-connect/lambda.ts";

const read = (path: string) => readFileSync(join(__dirname, path), "utf8");

let aws: LocalAws;
const environment = process.env;
beforeAll(async () => {
  aws = await LocalAws.start();
  process.env = { ...environment, ...aws.environment };
});
afterAll(async () => {
  process.env = environment;
  await aws.close();
});

interface Asked {
  readonly path: string;
  readonly headers: Record<string, string>;
  /** With `{sent}` where the INVITE's header goes. */
  readonly body: string;
}

/** Asks the API what a telephone system asks, by the ID and by the raw header; both get the call's context. */
async function expectContext({ path, headers, body }: Asked): Promise<void> {
  const desk = new Desk();
  const { contextId } = await desk.store.create(sampleContext);
  const value = encodeContextId(contextId);
  for (const sent of [contextId, `00fa;encoding=hex, ${value}`, encodeURIComponent(value)]) {
    const response = await desk.ask(path, { headers, body: body.replace("{sent}", sent) });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      callerName: "Joséphine Tremblay",
      reason: { id: "technical-support" },
    });
  }
}

/** What a text has between two others. */
function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  expect(from).toBeGreaterThanOrEqual(0);
  return text.slice(from + start.length, text.indexOf(end, from + start.length));
}

const token = "call-context:read";

/** As both systems write a variable. */
const variable = (name: string) => `\${${name}}`;

test("what Asterisk's fragment asks is answered with the fields that it decodes", async () => {
  const dialplan = read("asterisk/extensions.conf").replaceAll(
    variable("ENV(CALL_CONTEXT_TOKEN)"),
    token,
  );
  const headers = dialplan.matchAll(/CURLOPT\(httpheader\)=([^:]+): (.+)\)$/gm);
  const path = between(dialplan, `CURL(${variable("CALL_CONTEXT_API")}`, ",");
  await expectContext({
    path,
    headers: Object.fromEntries([...headers].map(([, name, value]) => [name, value])),
    body: between(dialplan, `${path},`, ")})").replace(variable("SENT_CONTEXT"), "{sent}"),
  });
  const decoded = [...dialplan.matchAll(/JSON_DECODE\(CALL_CONTEXT,([^)]+)\)/g)];
  expect(decoded.map(([, field]) => field)).toEqual(["callerName", "reason.id"]);
});

test("Asterisk's fragment uses no name that is Asterisk's own, and takes numbers in E.164", () => {
  const dialplan = read("asterisk/extensions.conf");
  // The section of queues.conf with the settings of all, and the variables that every channel has.
  expect(dialplan).not.toMatch(/Queue\(general\)|Set\((CONTEXT|EXTEN|PRIORITY|CHANNEL)=/);
  expect(dialplan).toContain("exten => _[+0-9]X.,1,");
});

test("both take every line of the header as far as their system shows it, and escaped separators", () => {
  const dialplan = read("asterisk/extensions.conf");
  expect(dialplan).toContain(`PJSIP_HEADER(read,User-to-User,${variable("LINE")})`);
  const kept = [...dialplan.matchAll(/FILTER\(([^,]+),\$\{PJSIP_HEADER\(read,User-to-User/g)];
  expect(kept.map(([, characters]) => characters)).toEqual([
    String.raw`A-Za-z0-9=%._~\-\;\x2c\x20`,
  ]);
  // In a Lua pattern %% is a percent sign.
  expect(read("freeswitch/call-context.lua")).toContain('gsub("[^%w=;, ._~%%-]", "")');
});

test("what FreeSWITCH's script asks is answered with the fields that it reads", async () => {
  const script = read("freeswitch/call-context.lua");
  const [name = "", value = ""] = between(script, "append_headers '", '" ..').split(": ");
  await expectContext({
    path: between(script, 'getVariable("call_context_api") .. "', " "),
    headers: { [name]: value + token, "content-type": between(script, "content-type ", " ") },
    body: between(script, "post '", "'\"")
      .replaceAll('\\"', '"')
      .replace('" .. sent .. "', "{sent}"),
  });
  expect(script).toContain("context.callerName:gsub(");
  expect(script).toContain("queues[context.reason.id]");
});

test("Amazon Connect gets flat strings, by the ID or by the header", async () => {
  const store = createInMemoryCallContextStore();
  const { contextId } = await store.create(sampleContext);
  const handler = createHandler(store);
  const attributes = await handler({ Details: { Parameters: { contextId } } });
  expect(attributes).toEqual({
    known: "true",
    callerName: "Joséphine Tremblay",
    accountId: "ACC-7781-Q",
    accountIdVerified: "false",
    reason: "technical-support",
    reasonText: "my January invoice",
    locale: "fr-CA",
  });
  const userToUser = encodeContextId(contextId);
  for (const Parameters of [{ userToUser }, { contextId: "", userToUser }]) {
    expect(await handler({ Details: { Parameters } })).toEqual(attributes);
  }
});

test.each([
  ["no ID", {}],
  ["an unknown ID", { contextId: "0".repeat(32) }],
  ["a header without an ID", { userToUser: "00fa;encoding=hex" }],
])("a contact with %s goes on without a context", async (_, Parameters) => {
  const handler = createHandler(createInMemoryCallContextStore());
  expect(await handler({ Details: { Parameters } })).toEqual({ known: "false" });
});

test("a contact goes on without a context where the store cannot be reached", async () => {
  const handler = createHandler({ get: () => Promise.reject(new Error("down")) });
  const Parameters = { contextId: "0".repeat(32) };
  expect(await handler({ Details: { Parameters } })).toEqual({ known: "false" });
});

test("whatever a caller says, Amazon Connect gets at most 32 KB, and the reason's id whole", () => {
  const words = fc
    .tuple(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 20_000 }),
    )
    .map(([piece, times]) => piece.repeat(times));
  fc.assert(
    fc.property(words, words, (callerName, text) => {
      const context: CallContext = {
        ...sampleContext,
        callerName,
        reason: { id: "billing", text },
      };
      const status = "created";
      const facts = { contextId: "x", status, createdAt: "", expiresAt: 0 } as const;
      const attributes = contactAttributes({ ...context, ...facts });
      expect(Buffer.byteLength(JSON.stringify(attributes))).toBeLessThanOrEqual(32 * 1024);
      expect(callerName.startsWith(attributes.callerName ?? "-")).toBe(true);
      expect(text.startsWith(attributes.reasonText ?? "-")).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test("the Lambda for Amazon Connect and the Node example read the deployed table", async () => {
  const { contextId } = await aws.store.create(sampleContext);
  const { handler } = await import("./amazon-connect/index.ts");
  const { greeting } = await import("./node/greeting.ts");
  expect(await handler({ Details: { Parameters: { contextId } } })).toMatchObject({
    known: "true",
  });
  expect(await greeting(encodeContextId(contextId))).toBe(
    "Hello Joséphine Tremblay, you call about technical-support?",
  );
  expect(await greeting(encodeContextId("0".repeat(32)))).toBe("Hello, who am I speaking with?");
  expect(await greeting("nothing")).toBe("Hello, who am I speaking with?");
});

test("the Node example has at most twenty lines of code", () => {
  const code = read("node/greeting.ts")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("/**"));
  expect(code.length).toBeLessThanOrEqual(20);
});
