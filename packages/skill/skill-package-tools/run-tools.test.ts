import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { placesInProject } from "../skill-package-lint/places.ts";
import { runTools } from "./run-tools.ts";
import smapiSpec from "./smapi-spec.document.ts";

const root = mkdtempSync(join(tmpdir(), "skill-tools-"));
const models = join(root, "skill-package/interactionModels");

/** A team's project: a form and a manifest, and no models yet. */
beforeAll(() => {
  for (const part of ["call-form.json", "words", "skill-package"])
    cpSync(join("../..", part), join(root, part), { recursive: true });
  rmSync(models, { recursive: true });
  writeFileSync(join(root, "routes.json"), '{"rules":[]}');
});
afterAll(() => rmSync(root, { recursive: true }));

function skill(...args: string[]) {
  const places = placesInProject(root, { folder: resolve("."), smapiSpec });
  return runTools({ places, from: root, args, version: "1.2.3" });
}

test("a project's models are written from its form, and its lint has nothing to say", async () => {
  const { lines, exitCode } = await skill("models");
  expect(lines).toContain("skill-package/interactionModels/custom/fr-CA.json");
  expect(exitCode).toBe(0);
  expect(await skill("lint")).toEqual({ lines: ["No findings in 4 locales."], exitCode: 0 });
});

test("the project is packaged, and says how its Lambda goes along", async () => {
  const { lines, exitCode } = await skill("package", "--out", "made");
  expect(lines.join("\n")).toContain("--with-lambda (`npm run deploy`)");
  expect(exitCode).toBe(0);
});

test("a form with a mistake is said with its place", async () => {
  const file = join(root, "call-form.json");
  const form = readFileSync(file, "utf8");
  writeFileSync(file, form.replace('"billing"', '"Billing"'));
  const { lines, exitCode } = await skill("models");
  expect(lines.join("\n")).toContain("reasons/0: must be lower-case letters");
  expect(exitCode).toBe(1);
  writeFileSync(file, form);
});

test("it helps, says its version, and refuses what it does not know", async () => {
  expect((await skill("--help")).lines[0]).toMatch(/^skill <command>/);
  expect((await skill("--version")).lines).toEqual(["@skill-call/skill 1.2.3"]);
  expect((await skill("modles")).lines[0]).toBe("error: unknown command modles");
  expect(await skill()).toMatchObject({ exitCode: 1 });
});
