import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { SkillPackageError } from "./alexa-error.ts";
import { readSkillPackage } from "./skill-package/read-skill-package.ts";
import type { Alexa } from "./start-alexa.ts";
import { type TestAlexaOptions, testAlexa } from "./test-alexa.ts";

let folder: string;
const opened: Alexa[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "skill-"));
});
afterEach(async () => {
  for (const alexa of opened.splice(0)) await alexa.close();
  rmSync(folder, { recursive: true });
});

async function started(options: Omit<TestAlexaOptions, "skillPackage">): Promise<Alexa> {
  const alexa = await testAlexa({ skillPackage: folder, ...options });
  opened.push(alexa);
  return alexa;
}

function write(file: string, content: unknown): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
}

const model = (invocationName: string) => ({
  interactionModel: {
    languageModel: {
      invocationName,
      intents: [
        {
          name: "AnswerIntent",
          slots: [{ name: "state", type: "AMAZON.US_STATE" }],
          samples: ["{state}"],
        },
        { name: "AMAZON.StopIntent", samples: [] },
        { name: "AMAZON.FallbackIntent", samples: [] },
      ],
    },
  },
});

const manifest = {
  manifest: {
    publishingInformation: { locales: { "en-US": { name: "States Quiz" } } },
    permissions: [{ name: "alexa::profile:email:read" }],
    apis: {
      custom: { interfaces: [{ type: "AUDIO_PLAYER" }, { type: "ALEXA_PRESENTATION_APL" }] },
    },
  },
};

/** Says what it was asked, and listens. */
const echo = async ({ request }: { request: { type: string; intent?: { name: string } } }) => ({
  version: "1.0",
  sessionAttributes: { seen: request.type },
  response: {
    outputSpeech: { type: "PlainText", text: request.intent?.name ?? request.type },
    shouldEndSession: false,
  },
});

test.each([
  ["a project", "skill-package/interactionModels/custom/en-US.json", "."],
  ["a skill package", "interactionModels/custom/en-US.json", "."],
  ["a project of the first ASK CLI", "models/en-US.json", "."],
  ["a folder of models", "models/en-US.json", "models"],
  ["one model", "models/en-US.json", "models/en-US.json"],
  ["a model of another name", "model.json", "model.json"],
])("%s is a skill package", (_, file, path) => {
  write(file, model("states quiz"));
  expect([...readSkillPackage(join(folder, path)).models.keys()]).toEqual(["en-US"]);
});

test("the manifest and the products are read where the ASK CLI keeps them", () => {
  write("skill-package/skill.json", manifest);
  write("skill-package/interactionModels/custom/en-US.json", model("states quiz"));
  write("isps/entitlement/hints.json", {
    type: "ENTITLEMENT",
    referenceName: "hints",
    publishingInformation: { locales: { "en-US": { name: "Hints", summary: "Some help." } } },
  });
  expect(readSkillPackage(folder)).toMatchObject({
    manifest: {
      permissions: ["alexa::profile:email:read"],
      interfaces: ["AUDIO_PLAYER", "ALEXA_PRESENTATION_APL"],
    },
    products: [{ referenceName: "hints", name: "Hints", entitled: "NOT_ENTITLED" }],
  });
});

test.each([
  ["there is nothing", () => {}, /neither interactionModels\/custom/],
  ["a file is not JSON", () => write("models/en-US.json", "{"), /en-US\.json is not JSON/],
])("a skill package is refused where %s", (_, arrange, message) => {
  arrange();
  expect(() => readSkillPackage(folder)).toThrow(SkillPackageError);
  expect(() => readSkillPackage(folder)).toThrow(message);
});

test("a locale without a model is refused, and the others are named", async () => {
  write("models/en-US.json", model("states quiz"));
  const options = { skill: echo, skillPackage: folder, locale: "es-US" };
  await expect(testAlexa(options)).rejects.toThrow("There is no model for es-US; there is en-US.");
});

test("a skill can be a function of the test", async () => {
  write("models/en-US.json", model("states quiz"));
  const alexa = await started({ skill: echo });
  const turn = await alexa.say("open states quiz");
  expect(turn).toMatchObject({
    speech: "LaunchRequest",
    sessionOpen: true,
    attributes: { seen: "LaunchRequest" },
  });
  expect(await alexa.say("Alexa, stop")).toMatchObject({
    speech: "AMAZON.StopIntent",
    understood: { name: "AMAZON.StopIntent" },
  });
});

test("a skill can be a file with a callback handler, run as Lambda would", async () => {
  write("models/en-US.json", model("states quiz"));
  write("lambda/index.js", callbackSkill);
  const lines: string[] = [];
  const skill = join(folder, "lambda/index.js");
  const alexa = await started({ skill, log: ({ line }) => lines.push(line) });
  await alexa.say("open states quiz");
  expect(await alexa.say("Oregon")).toMatchObject({
    speech: "You said Oregon.",
    understood: { name: "AnswerIntent", slots: { state: { value: "Oregon" } } },
    sessionOpen: false,
  });
  expect(lines).toContain("answering LaunchRequest");
});

const callbackSkill = `
  const { say } = require("words/say.js");
  exports.handler = (event, context, callback) => {
    const { request } = event;
    console.log("answering " + request.type);
    if (request.type === "LaunchRequest") return callback(null, say("Which state?", false));
    callback(null, say("You said " + request.intent.slots.state.value + ".", true));
  };`;

beforeEach(() => {
  // Found as Lambda finds it: from the root of the function.
  write(
    "lambda/words/say.js",
    `exports.say = (text, shouldEndSession) => ({
      version: "1.0",
      response: { outputSpeech: { type: "PlainText", text }, shouldEndSession },
    });`,
  );
});

test("a skill that does not start is said before the first word", async () => {
  write("skill-package/interactionModels/custom/en-US.json", model("states quiz"));
  write("index.js", "require('ask-sdk-core'); exports.handler = async () => {};");
  const lines: string[] = [];
  await started({ skill: join(folder, "index.js"), log: ({ line }) => lines.push(line) });
  expect(lines[0]).toMatch(/^The skill does not start: Runtime\.ImportModuleError: .*ask-sdk-core/);
  expect(lines[0]).toContain("npm install --no-save ask-sdk-core");
});
