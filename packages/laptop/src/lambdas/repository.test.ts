import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { findRepository } from "./repository.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "repository-"));
});
afterEach(() => rm(root, { recursive: true }));

const moduleIn = (...folders: string[]) => pathToFileURL(join(root, ...folders, "x.mjs")).href;

test("the repository is found from any depth", async () => {
  await writeFile(join(root, "pnpm-workspace.yaml"), "");
  for (const folders of [
    ["packages", "emulator", "dist"],
    ["a", "b", "c", "d"],
  ]) {
    const { skillPackage } = findRepository(moduleIn(...folders));
    expect(skillPackage).toBe(join(root, "skill-package"));
  }
});

test("a Lambda that is not built is an error that says how to build it", async () => {
  await writeFile(join(root, "pnpm-workspace.yaml"), "");
  const repository = findRepository(moduleIn());
  expect(() => repository.lambdaFile("skill")).toThrow(
    expect.objectContaining({
      code: "laptop.not-built",
      message: expect.stringMatching(/packages\/skill is not built.*pnpm@12 build/),
    }),
  );
  const folder = join(root, "packages", "skill", "dist", "lambda");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "index.mjs"), "");
  expect(repository.lambdaFile("skill")).toBe(join(folder, "index.mjs"));
});

test("where the command is installed its parts stand beside it, and the skill is a package of its own", async () => {
  const installed = join("project", "node_modules");
  const skill = join(root, installed, "@skill-call/skill");
  await mkdir(skill, { recursive: true });
  await writeFile(join(skill, "package.json"), '{"name":"@skill-call/skill"}');
  const module = moduleIn(installed, "skill-call", "dist");
  const parts = join(root, installed, "skill-call", "dist", "parts");
  await mkdir(parts, { recursive: true });
  // Somebody else's workspace around it is none of ours.
  await writeFile(join(root, "pnpm-workspace.yaml"), "");
  const repository = findRepository(module);
  expect(repository.callFormFile).toBe(join(parts, "call-form.json"));
  expect(repository.lambdaFile("sma-handler")).toBe(join(parts, "sma-handler", "index.mjs"));
  expect(repository.lambdaFile("skill")).toBe(join(skill, "dist/lambda/index.mjs"));
});

test("outside a repository the command says where it belongs", () => {
  expect(() => findRepository(moduleIn())).toThrow(
    expect.objectContaining({ code: "laptop.outside-repository" }),
  );
});
