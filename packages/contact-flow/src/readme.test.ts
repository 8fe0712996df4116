import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { rawEvent } from "../test/raw-event.ts";
import { flow } from "../test/readme-flow.ts";
import { handler } from "../test/readme-lambda.ts";
import { checkFlow, contactFlowErrorCodes, flowRules } from "./index.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const readme = read("../README.md");

test.each(["lambda", "flow"])("the README shows the %s that is tested here", (name) => {
  const source = read(`../test/readme-${name}.ts`);
  const installed = source.replace('"../src/index.ts"', '"@skill-call/contact-flow"');
  expect(readme).toContain(`\`\`\`ts\n${installed}\`\`\``);
});

test("the README's Lambda answers every key, and its flow is clean", async () => {
  const event = rawEvent({ LanguageCode: "es-US", Attributes: {} });
  expect(await handler(event)).toEqual({ greeting: "Hola", queueArn: "none" });
  expect(checkFlow(flow)).toEqual([]);
});

test("the README's tables have every error code and every rule, and no other", () => {
  const rows = (pattern: RegExp) => [...readme.matchAll(pattern)].map(([, name]) => name);
  expect(rows(/^\| `(contact-flow\.[a-z-]+)` +\|/gm)).toEqual([...contactFlowErrorCodes]);
  expect(rows(/^\| `([a-z-]+)` +\| (?:error|warning|both)/gm)).toEqual([...flowRules]);
});
