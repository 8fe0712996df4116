import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import {
  type RepositoryCopy,
  repositoryCopy,
} from "../skill-package-lint/testing/repository-copy.ts";
import { packageSkill } from "./package-skill.ts";

const skillId = "amzn1.ask.skill.3ffd8d5f-4a2b-4c6d-8e9f-0a1b2c3d4e5f";
const lambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:skill";

let repository: RepositoryCopy;
let out: string;

beforeEach(async () => {
  repository = await repositoryCopy();
  out = join(repository.root, "dist/alexa-skill");
});
afterEach(() => repository.close());

function run(...args: string[]) {
  return packageSkill({
    places: repository.places,
    typed: "pnpm skill:package",
    from: repository.root,
    args,
  });
}

const read = (file: string) => readFileSync(join(out, file), "utf8");
const manifest = () => JSON.parse(read("skill-package/skill.json")).manifest;

/** As the ASK CLI leaves it after a deployment. */
function deployed(id: string) {
  mkdirSync(join(out, ".ask"), { recursive: true });
  const profile = { skillId: id, skillMetadata: { lastDeployHash: "abc=" } };
  const states = { askcliStatesVersion: "2020-03-31", profiles: { default: profile } };
  writeFileSync(join(out, ".ask/ask-states.json"), JSON.stringify(states));
}

test("the first time the copy has no endpoint and makes a skill", async () => {
  const { lines, exitCode } = await run();
  expect(exitCode).toBe(0);
  expect(lines[0]).toBe("dist/alexa-skill is ready: a new skill, no endpoint yet.");
  expect(lines).toContain("  npx ask-cli deploy --target skill-metadata");
  expect(manifest().apis.custom).not.toHaveProperty("endpoint");
  expect(existsSync(join(out, ".ask"))).toBe(false);
});

test("the copy is an ASK CLI project with models, icons and the override that ask-cli needs", async () => {
  await run();
  expect(readdirSync(out).sort()).toEqual(["ask-resources.json", "package.json", "skill-package"]);
  expect(readdirSync(join(out, "skill-package/interactionModels/custom"))).toHaveLength(4);
  expect(readdirSync(join(out, "skill-package/assets/images")).sort()).toEqual([
    "icon-108.png",
    "icon-512.png",
  ]);
  expect(JSON.parse(read("package.json")).overrides).toEqual({ antlr4ts: "0.5.0-alpha.4" });
  expect(JSON.parse(read("ask-resources.json")).profiles.default).toEqual({
    skillMetadata: { src: "./skill-package" },
  });
});

test("the environment's profile is not configured: the shell checks that the variables are there", async () => {
  const { lines } = await run("--profile", "__ENVIRONMENT_ASK_PROFILE__");
  expect(lines.join("\n")).not.toContain("configure");
  for (const name of ["ASK_REFRESH_TOKEN", "ASK_VENDOR_ID", "AWS_ACCESS_KEY_ID"])
    expect(lines.join("\n")).toContain(`"\${${name}:?}"`);
  expect((await run("--profile", "acme")).lines.join("\n")).toContain(
    "npx ask-cli configure --profile acme",
  );
});

test("files end as the ASK CLI ends them: with a newline it would take its own writing for a change", async () => {
  await run();
  for (const file of ["skill-package/skill.json", "ask-resources.json"])
    expect(read(file)).toMatch(/\}$/);
});

test("the commands lead into the folder and back, spaces or not", async () => {
  expect((await run()).lines).toEqual(
    expect.arrayContaining(["  cd dist/alexa-skill", "  cd ../.."]),
  );
  expect((await run("--out", "Jo's skill")).lines).toEqual(
    expect.arrayContaining(["  cd 'Jo'\\''s skill'", "  cd .."]),
  );
});

test("with the Lambda's ARN the skill that was deployed is updated, and what the ASK CLI noted stays", async () => {
  deployed(skillId);
  const { lines } = await run("--lambda-arn", lambdaArn);
  expect(lines[0]).toContain(`${skillId}, ${lambdaArn}`);
  expect(manifest().apis.custom.endpoint).toEqual({ uri: lambdaArn });
  expect(JSON.parse(read(".ask/ask-states.json")).profiles.default).toEqual({
    skillId,
    skillMetadata: { lastDeployHash: "abc=" },
  });
});

test("on another machine the skill's ID is given", async () => {
  await run("--lambda-arn", lambdaArn, "--skill-id", skillId, "--profile", "acme");
  expect(JSON.parse(read(".ask/ask-states.json")).profiles).toEqual({ acme: { skillId } });
  expect(Object.keys(JSON.parse(read("ask-resources.json")).profiles)).toEqual(["acme"]);
});

test("states of the ASK CLI that cannot be read are a mistake: a second skill would be made", async () => {
  deployed(skillId);
  writeFileSync(join(out, ".ask/ask-states.json"), "{");
  const { lines, exitCode } = await run("--skill-id", skillId);
  expect(lines).toContainEqual(expect.stringMatching(/ask-states\.json is not JSON$/));
  expect(exitCode).toBe(1);
});

test("a second run makes the same files, and none of an earlier run are left", async () => {
  await run();
  const first = read("skill-package/skill.json");
  writeFileSync(join(out, "skill-package/left-over.json"), "{}");
  await run();
  expect(read("skill-package/skill.json")).toBe(first);
  expect(existsSync(join(out, "skill-package/left-over.json"))).toBe(false);
});

test("settings come from a file, and options go first", async () => {
  const settings = { name: "Acme Support", privacyUrl: "https://acme.com/{locale}" };
  await repository.write("acme.json", JSON.stringify(settings));
  await run("--settings", "acme.json", "--name", "Acme Help");
  expect(manifest().publishingInformation.locales["fr-CA"].name).toBe("Acme Help");
  expect(manifest().privacyAndCompliance.locales["fr-CA"].privacyPolicyUrl).toBe(
    "https://acme.com/fr-CA",
  );
});

test("git's copy stays as it is", async () => {
  const source = () => readFileSync(join(repository.root, "skill-package/skill.json"), "utf8");
  const before = source();
  await run("--lambda-arn", lambdaArn, "--skill-id", skillId, "--name", "Acme Support");
  expect(source()).toBe(before);
  expect(await run("--out", ".")).toMatchObject({
    lines: [expect.any(String), expect.stringMatching(/^- --out: is the repository itself/)],
    exitCode: 1,
  });
});

test("names that the store or the lint would refuse are found before anything is written", async () => {
  const { lines, exitCode } = await run("--invocation-name", "Acme Support");
  expect(exitCode).toBe(1);
  expect(lines.join("\n")).toMatch(/upper-case/);
  expect(existsSync(out)).toBe(false);
});

test("icons of a wrong size are found", async () => {
  const images = join(repository.root, "skill-package/assets/images");
  writeFileSync(join(images, "icon-108.png"), readFileSync(join(images, "icon-512.png")));
  const { lines } = await run();
  expect(lines).toHaveLength(5);
  expect(lines[1]).toMatch(/smallIconUri: must be 108×108 pixels and is 512×512 \(icons\)$/);
});

test.each([
  [["--lambda-arm", "x"], /Unknown option '--lambda-arm'/],
  [["--settings", "none.json"], /none\.json cannot be read$/],
  [["--settings", "skill-package/assets/images/icon.svg"], /icon\.svg is not JSON$/],
  [["--lambda-arn", lambdaArn], /^- skillId: is missing/],
])("%j is a mistake", async (args, line) => {
  expect(await run(...args)).toEqual({
    lines: ["The skill cannot be packaged, 1 mistake:", expect.stringMatching(line)],
    exitCode: 1,
  });
});

test("--help names every setting", async () => {
  const { lines, exitCode } = await run("--help");
  expect(exitCode).toBe(0);
  for (const option of ["lambda-arn", "skill-id", "name", "privacy-url", "terms-url", "icons-url"])
    expect(lines.join("\n")).toContain(`--${option} <`);
});

test("with the Lambda the copy holds its build, the team's own form, and a stack for the ASK CLI", async () => {
  const built = join(repository.root, "packages/skill/dist/lambda");
  mkdirSync(built, { recursive: true });
  writeFileSync(join(built, "index.mjs"), "export const handler = 1;");
  writeFileSync(join(built, "call-form.json"), "{}");
  const environment = { CALL_STARTER: "skill-call", SMA_PHONE_NUMBER: "+16073331111" };
  await repository.write("acme.json", JSON.stringify({ lambda: { environment } }));
  const { lines } = await run("--settings", "acme.json", "--with-lambda");
  expect(lines[0]).toBe("dist/alexa-skill is ready: a new skill, its Lambda in us-east-1.");
  expect(lines).toContain("  npx ask-cli deploy");
  expect(readdirSync(join(out, "lambda")).sort()).toEqual(["call-form.json", "index.mjs", "words"]);
  expect(JSON.parse(read("lambda/call-form.json"))).toHaveProperty("company");
  const { skillInfrastructure } = JSON.parse(read("ask-resources.json")).profiles.default;
  expect(skillInfrastructure.type).toBe("@ask-cli/cfn-deployer");
  expect(existsSync(join(out, skillInfrastructure.userConfig.templatePath))).toBe(true);
});

test.each([
  [{}, [], /^- lambda: is missing/],
  [
    { lambda: { environment: {} } },
    ["--lambda-arn", lambdaArn, "--skill-id", skillId],
    /lambdaArn/,
  ],
])("--with-lambda and settings of %j: a mistake", async (settings, args, line) => {
  await repository.write("acme.json", JSON.stringify(settings));
  const { lines } = await run("--settings", "acme.json", "--with-lambda", ...args);
  expect(lines.at(-1)).toMatch(line);
});
