import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { packageSkill } from "../skill-package-build/package-skill.ts";
import { placesInRepository } from "../skill-package-lint/places.ts";
import { type LoopbackSmapi, newSkillId, startLoopbackSmapi } from "./loopback-smapi.ts";

// Installs the ASK CLI, some 500 packages, as the printed commands do: a script of its own runs it.
const minutes = 60_000;
const profile = "__ENVIRONMENT_ASK_PROFILE__";
const knownSkillId = "amzn1.ask.skill.3ffd8d5f-4a2b-4c6d-8e9f-0a1b2c3d4e5f";
const lambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:skill:live";

let smapi: LoopbackSmapi;
let home: string;

beforeAll(async () => {
  smapi = await startLoopbackSmapi();
  home = await mkdtemp(join(tmpdir(), "ask-cli-"));
});
afterAll(async () => {
  await smapi.close();
  await rm(home, { recursive: true });
});

/** What is printed as done once is. */
const done = new Set<string>();

/** Packages the skill and runs what the command prints, word for word, in a shell without a terminal. */
async function deploy(...args: string[]) {
  const { lines, exitCode } = await packageSkill({
    places: placesInRepository("../.."),
    typed: "pnpm skill:package",
    from: home,
    args: ["--profile", profile, ...args],
  });
  expect(exitCode).toBe(0);
  const commands = lines.filter((line) => line.startsWith("  ") && !done.has(line));
  for (const line of commands.filter((each) => each.includes("# once"))) done.add(line);
  smapi.requests();
  const { stdout, stderr } = await promisify(execFile)(
    "sh",
    ["-ec", [...documentedExports(), ...commands].join("\n")],
    {
      cwd: home,
      env: { ...ownEnvironment(), ...smapi.environment },
      timeout: 4 * minutes,
    },
  );
  return { said: `${stdout}${stderr}`, requests: smapi.requests() };
}

/** A build machine's own: nobody signed in there. */
function ownEnvironment() {
  const { PATH, HOME = home, npm_config_cache = join(HOME, ".npm") } = process.env;
  return {
    PATH,
    HOME: home,
    npm_config_cache,
    ASK_SKIP_NEW_VERSION_REMINDER: "true",
    npm_config_prefer_offline: "true",
  };
}

/** What the page about the skill team's deployment tells a build machine to set. */
function documentedExports(): string[] {
  const page = readFileSync("../../docs/deploy/skill-team.md", "utf8");
  const exports = page.match(/^export (?:ASK|AWS_(?:ACCESS|SECRET))_.*$/gm) ?? [];
  expect(exports).toHaveLength(2);
  return exports;
}

test(
  "the documented way deploys without a terminal, uploads nothing without a change, and updates a skill that is known",
  async () => {
    const first = await deploy();
    expect(first.requests).toEqual([
      "POST /v1/skills/uploads",
      "PUT /upload",
      "POST /v1/skills/imports",
      `GET /v1/skills/imports/${newSkillId}`,
    ]);
    expect(first.said).toContain(newSkillId);
    expect(smapi.imports().at(-1)).toMatchObject({ vendorId: expect.stringMatching(/^M/) });
    expect(smapi.uploadedFiles()).toEqual([
      "assets/images/icon-108.png",
      "assets/images/icon-512.png",
      ...["en-CA", "en-US", "es-US", "fr-CA"].map(
        (locale) => `interactionModels/custom/${locale}.json`,
      ),
      "skill.json",
    ]);

    const again = await deploy();
    expect(again.said).toContain("hash of current skill package folder does not change");
    expect(again.requests).toEqual([]);

    const withLambda = await deploy("--lambda-arn", lambdaArn);
    expect(withLambda.requests).toContain(`POST /v1/skills/${newSkillId}/imports`);
    expect(smapi.imports().at(-1)).not.toHaveProperty("vendorId");
    expect((await deploy("--lambda-arn", lambdaArn)).requests).toEqual([]);

    // As on another machine: nothing is remembered there.
    await rm(join(home, "dist/alexa-skill/.ask"), { recursive: true });
    const elsewhere = await deploy("--skill-id", knownSkillId, "--lambda-arn", lambdaArn);
    expect(elsewhere.requests).toContain(`POST /v1/skills/${knownSkillId}/imports`);
  },
  8 * minutes,
);
