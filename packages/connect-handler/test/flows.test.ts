import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { checkFlow, type FlowType } from "@skill-call/contact-flow";
import { writtenFlows } from "../flow/written-flows.ts";
import { answerKeys } from "../src/answer.ts";
import { stepNames } from "../src/steps/step.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

test.each(Object.entries(writtenFlows))(
  "%s is as the builder writes it; if not: pnpm --filter @skill-call/connect-handler flows",
  (path, text) => expect(read(path)).toBe(text),
);

test("no other flow lies there", () => {
  const files = readdirSync(new URL("../flows", import.meta.url)).map((file) => `flows/${file}`);
  expect(files.sort()).toEqual(Object.keys(writtenFlows).sort());
});

const types: Readonly<Record<string, FlowType>> = {
  "flows/callback.json": "CONTACT_FLOW",
  "flows/agent-whisper.json": "AGENT_WHISPER",
};

test.each(Object.entries(types))("the checker finds nothing in %s, a %s", (path, type) => {
  expect(checkFlow(read(path), { type })).toEqual([]);
});

const all = Object.keys(writtenFlows).map(read).join();

test("the flows ask for every step, and read no key that the handler does not answer", () => {
  const steps = [...all.matchAll(/"step": "([a-z]+)"/g)].map(([, step]) => step);
  expect(new Set(steps)).toEqual(new Set(stepNames));
  const keys = [...all.matchAll(/\$\.External\.(\w+)/g)].map(([, key]) => key);
  expect(answerKeys).toEqual(expect.arrayContaining(keys));
});

test("nothing that the handler answers becomes an attribute of the contact", () => {
  expect(all).not.toContain("UpdateContactAttributes");
});

test("flow logs are off before the handler is asked anything", () => {
  for (const path of Object.keys(writtenFlows)) {
    const { StartAction, Actions } = JSON.parse(read(path));
    const first = Actions.find(
      ({ Identifier }: { Identifier: string }) => Identifier === StartAction,
    );
    expect(first.Parameters).toEqual({ FlowLoggingBehavior: "Disabled" });
  }
});
