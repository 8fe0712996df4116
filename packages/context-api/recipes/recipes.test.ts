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

/** As both systems write a variable. */
const variable = (name: string) => `\${${name}}`;

/** Sends what a telephone system sends, to the API that it would reach. */
async function sent(url: string, authorization: string) {
  const desk = new Desk();
  const { contextId } = await desk.store.create(sampleContext);
  const path = url.replace("https://context.example.com", "").replace("{id}", contextId);
  const [name = "", value = ""] = authorization.split(": ");
  const headers = { [name]: value.replace("{token}", "call-context:read") };
  const response = await desk.ask(path, { headers });
  return { status: response.status, context: await response.json() };
}

test("what Asterisk's fragment asks is answered with the fields that it decodes", async () => {
  const dialplan = read("asterisk/extensions.conf");
  const api = /^CALL_CONTEXT_API=(.+)$/m.exec(dialplan)?.[1] ?? "";
  const url = /\$\{CURL\((.+)\)\}\)$/m.exec(dialplan)?.[1] ?? "";
  const header = /CURLOPT\(httpheader\)=(.+)\)$/m.exec(dialplan)?.[1] ?? "";
  const { status, context } = await sent(
    url.replace(variable("CALL_CONTEXT_API"), api).replace(variable("CONTEXT_ID"), "{id}"),
    header.replace(variable("ENV(CALL_CONTEXT_TOKEN)"), "{token}"),
  );
  expect(status).toBe(200);
  const decoded = [...dialplan.matchAll(/JSON_DECODE\(CONTEXT,([^)]+)\)/g)].map(([, path]) => path);
  expect(decoded).toEqual(["callerName", "reason.id"]);
  expect(context).toMatchObject({
    callerName: expect.any(String),
    reason: { id: expect.any(String) },
  });
});

test("what FreeSWITCH's script asks is answered with the fields that it reads", async () => {
  const dialplan = read("freeswitch/call-context.xml");
  const script = read("freeswitch/call-context.lua");
  const api = /call_context_api=([^"]+)"/.exec(dialplan)?.[1] ?? "";
  const path = /\.\. "(\/v1\/[^"]+)" \.\. context_id/.exec(script)?.[1] ?? "";
  const header = /append_headers '([^"]+)" \.\./.exec(script)?.[1] ?? "";
  const { status, context } = await sent(`${api}${path}{id}`, `${header}{token}`);
  expect(status).toBe(200);
  const fields = [...script.matchAll(/= context\.([\w.]+):gsub/g)].map(([, field]) => field);
  expect(fields).toEqual(["callerName", "reason.id"]);
  expect(context).toMatchObject({
    callerName: expect.any(String),
    reason: { id: expect.any(String) },
  });
});

test("FreeSWITCH takes every ID that the API takes, and nothing else, from the header", () => {
  const expression = /expression="([^"]+)"/.exec(read("freeswitch/call-context.xml"))?.[1] ?? "";
  const pattern = new RegExp(expression);
  fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9._~-]{1,100}$/), (id) => pattern.test(id)));
  for (const id of ["", "a b", "a'b", variable("x"), "x".repeat(101)])
    expect(pattern.test(id)).toBe(false);
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
  expect(await handler({ Details: { Parameters: { userToUser } } })).toEqual(attributes);
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
