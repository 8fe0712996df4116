import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { readEmulatorConfig } from "../../src/config/read-emulator-config.ts";
import { emulatorsUnderTest } from "./support/emulator-under-test.ts";
import { sippTest } from "./support/sipp-test.ts";

const started = emulatorsUnderTest();
const example = resolve(__dirname, "../../examples/own-lambda");
const page = resolve(__dirname, "../../../../docs/emulator/own-lambda.md");

async function exampleConfig() {
  const { applications, numbers, sipRules } = await readEmulatorConfig(
    resolve(example, "emulator.json"),
  );
  return { applications, numbers, sipRules };
}

test.each(["index.mjs", "emulator.json"])("the page prints %s as it is run here", async (file) => {
  const printed = await readFile(page, "utf8");
  expect(printed).toContain(`\n${await readFile(resolve(example, file), "utf8")}\`\`\``);
});

sippTest(
  "the page's Lambda greets the caller, rings the desk and ends the call for both",
  async () => {
    const under = await started({ answers: {}, config: await exampleConfig() });
    const callee = await under.callee({ scenario: "callee-answers" });
    const caller = await under.caller({ scenario: resolve(example, "caller") });
    expect([caller, await callee.done]).toEqual(["", ""]);
    await under.quiet();
    expect(under.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL", "HANGUP", "HANGUP"]);
  },
);

sippTest("the page's Lambda says so when nobody is at the desk", async () => {
  const under = await started({ answers: {}, config: await exampleConfig() });
  const callee = await under.callee({ scenario: "callee-refuses" });
  const caller = await under.caller({ scenario: "caller-is-hung-up-on" });
  expect([caller, await callee.done]).toEqual(["", ""]);
  await under.quiet();
  expect(under.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_FAILED CallNotAnswered", "HANGUP"]);
});
