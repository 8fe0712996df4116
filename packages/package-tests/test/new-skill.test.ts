import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { pack } from "./pack.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "new-skill-"));
const project = join(folder, "oak-clinic");
const quietly = ["--prefer-offline", "--no-audit", "--no-fund"];

/** As `npm create @skill-call/skill oak-clinic` does, from tarballs instead of the registry. */
beforeAll(async () => {
  const [create = "", ...installed] = await pack(folder, [
    "create-skill",
    "skill",
    "published-cli",
    "alexa-emulator",
  ]);
  const options = ["--yes", "--company", "Oak Clinic", "--locales", "fr-CA"];
  const command = ["exec", "--yes", ...quietly, "--package", create, "--", "create-skill"];
  await run(folder, "npm", ...command, "oak-clinic", ...options);
  await run(project, "npm", "install", ...quietly, ...installed);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a script of the project, and answers what it printed. */
const script = (name: string, ...args: string[]) => run(project, "npm", "run", name, "--", ...args);

test("a new skill's own tests pass: a conversation, and a whole call", async () => {
  expect(await run(project, "npm", "test", "--", "--test-reporter=tap")).toMatch(
    /^# pass 2$[\s\S]*^# fail 0$/m,
  );
});

test("its demo tells the call, which is connected", async () => {
  const story = await script("demo");
  expect(story).toContain("Oak Clinic · fr-CA");
  expect(story).toContain("no leg left up");
});

test("Amazon's schemas, the skill store and callers have nothing to say against it", async () => {
  expect(await script("skill:lint")).toContain("No findings in 1 locale.");
  const file = join(project, "words/fr-CA.json");
  const words = JSON.parse(readFileSync(file, "utf8"));
  words.reasons.ventes.synonyms = ["acheter quelque chose"];
  writeFileSync(file, JSON.stringify(words));
  await expect(script("skill:lint")).rejects.toThrow("`skill:models` writes what follows");
  await script("skill:models");
  expect(await script("skill:lint")).toContain("No findings in 1 locale.");
});

test("it is packaged with its Lambda once its deployment names what that needs", async () => {
  await expect(script("skill:package", "--with-lambda")).rejects.toThrow(
    "lambda.environment.CONNECT_INSTANCE_ID: is missing",
  );
  const file = join(project, "deployment.json");
  const deployment = JSON.parse(readFileSync(file, "utf8"));
  Object.assign(deployment.lambda.environment, {
    CONNECT_INSTANCE_ID: "11111111-2222-4333-8444-555555555555",
    CONNECT_FLOW_ID: "22222222-2222-4333-8444-555555555555",
    CONNECT_SOURCE_NUMBER: "+16075550111",
  });
  writeFileSync(file, JSON.stringify(deployment));
  expect(await script("skill:package", "--with-lambda")).toContain(
    "dist/alexa-skill is ready: a new skill, its Lambda in us-east-1.",
  );
  const form = readFileSync(join(project, "dist/alexa-skill/lambda/call-form.json"), "utf8");
  expect(JSON.parse(form).company.name).toBe("Oak Clinic");
});
