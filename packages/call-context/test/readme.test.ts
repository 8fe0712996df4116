import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { callContextErrorCodes, encodeContextId } from "../src/index.ts";
import { context, LocalTable } from "./local-table.ts";
import { queueOfCall } from "./readme/own-fields.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const readme = read("../README.md");
const table = new LocalTable();

/** The agent's screen makes its client as a deployed service would: from the environment. */
const environment = process.env;
beforeAll(() => {
  process.env = {
    ...environment,
    AWS_REGION: "local",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: table.dynamoDb.endpoint,
  };
});
afterAll(() => {
  process.env = environment;
});

test.each(["agent-screen.ts", "own-fields.ts", "our-store.suite.ts"])(
  "the README shows %s as it is tested here",
  (file) => {
    expect(readme).toContain(`\`\`\`ts\n${read(`./readme/${file}`)}\`\`\``);
  },
);

test("the agent's screen reads the context by ID and by header, and takes calls without one", async () => {
  const expiresAt = Math.floor(Date.now() / 1000) + 60;
  await table.put({ ...context, contextId: "live", expiresAt });
  await table.put({ ...context, contextId: "gone", expiresAt: 1 });
  const { contextById, contextByHeader } = await import("./readme/agent-screen.ts");
  expect(await contextById("live")).toMatchObject(context);
  expect(await contextByHeader(encodeContextId("live"))).toMatchObject(context);
  expect(await contextByHeader(["00fa;encoding=hex", encodeContextId("live")])).toMatchObject(
    context,
  );
  expect(await contextById("gone")).toBeUndefined();
  expect(await contextByHeader(encodeContextId("unknown"))).toBeUndefined();
  expect(await contextByHeader("")).toBeUndefined();
});

test("a team's own fields are read with their types", async () => {
  const expiresAt = Math.floor(Date.now() / 1000) + 60;
  await table.put({ ...context, contextId: "queued", expiresAt, queue: "gold" });
  expect(await queueOfCall(table.client(), "queued")).toBe("Maria Silva waits in gold");
});

test("the README's table of errors has every code and no other", () => {
  const codes = [...readme.matchAll(/^\| `(call-context\.[a-z-]+)` +\|/gm)].map(([, code]) => code);
  expect(codes).toEqual([...callContextErrorCodes]);
});
