import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CommandError } from "@skill-call/terminal";

/** Where the code stands in the projects of the ASK CLI and of Alexa-hosted skills. */
const usual = ["lambda", "lambda/custom", "src", "lambda/py", "."];

const files = ["index.js", "index.mjs", "index.ts", "lambda_function.py", "index.py"];

export interface SkillPlace {
  readonly file: string;
  readonly handler: string;
}

/**
 * Where the skill's code is, seen from its skill package.
 * @throws {CommandError} when it is in none of the usual places
 */
export function skillBeside(model: string): SkillPlace {
  const roots = [model, dirname(model), dirname(dirname(model))];
  const folders = roots.flatMap((root) =>
    [...sourceFolders(root), ...usual].map((folder) => join(root, folder)),
  );
  const found = folders.flatMap((folder) => files.map((file) => join(folder, file)));
  const file = found.find((each) => existsSync(each));
  if (file !== undefined) return { file, handler: handlerOf(file) };
  throw new CommandError(
    "Where is the skill's code? Name its file: --skill lambda/index.js (JavaScript, TypeScript or Python).",
  );
}

/** Amazon's Python templates call it `lambda_handler`, or `handler` where the SDK makes it. */
export function handlerOf(file: string): string {
  if (!file.endsWith(".py")) return "handler";
  return /^[ \t]*(?:def[ \t]+)?lambda_handler\b/m.test(readFileSync(file, "utf8"))
    ? "lambda_handler"
    : "handler";
}

/** `sourceDir` of the first ASK CLI, `src` of the second. */
function sourceFolders(root: string): string[] {
  return ["skill.json", "ask-resources.json"].flatMap((name) => {
    const file = join(root, name);
    if (!existsSync(file)) return [];
    return [...readFileSync(file, "utf8").matchAll(/"(?:sourceDir|src)"\s*:\s*"([^"]+)"/g)].map(
      ([, folder = "."]) => folder,
    );
  });
}
