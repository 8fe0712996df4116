import { join } from "node:path";
import { isCallFormError } from "@skill-call/call-form";
import { readCallFormFile } from "@skill-call/call-form/files";
import { type Outcome, packageSkill } from "../skill-package-build/package-skill.ts";
import type { Places } from "../skill-package-lint/places.ts";
import { report } from "../skill-package-lint/report.ts";
import { writeModels } from "../skill-package-models/write-models.ts";

export interface ToolsRun {
  readonly places: Places;
  /** Where the command was typed: paths in the arguments are relative to it. */
  readonly from: string;
  readonly args: readonly string[];
  /** Of the package. */
  readonly version: string;
}

const help = `skill <command>, in the folder of a skill: call-form.json, words/, routes.json, skill-package/

  models    writes the interaction models that follow from the call form
  lint      says what Amazon's schemas, the skill store or a caller would stumble over
  package   makes a deployable copy and prints the ASK CLI's commands; package --help shows its options

  --version, --help`;

/** What a skill team does to its skill package. */
export function runTools(run: ToolsRun): Promise<Outcome> | Outcome {
  const [command, ...args] = run.args;
  const { places, from, version } = run;
  switch (command) {
    case "models":
      return models(places);
    case "lint":
      return report(places);
    case "package":
      return packageSkill({ places, typed: "skill package", from, args });
    case "--version":
      return { lines: [`@skill-call/skill ${version}`], exitCode: 0 };
    case "--help":
    case "-h":
      return { lines: [help], exitCode: 0 };
    default:
      return { lines: [unknown(command), "", help], exitCode: 1 };
  }
}

function unknown(command: string | undefined): string {
  return command === undefined
    ? "error: a command is missing"
    : `error: unknown command ${command}`;
}

function models({ root }: Places): Outcome {
  try {
    const form = readCallFormFile(join(root, "call-form.json"));
    return { lines: writeModels(root, form), exitCode: 0 };
  } catch (error) {
    if (!isCallFormError(error)) throw error;
    return { lines: error.message.split("\n"), exitCode: 1 };
  }
}
