import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as v from "valibot";
import type { Configuration } from "./configuration.ts";
import type { Mistake } from "./mistake.ts";

const environment = v.record(v.string(), v.string());

const descriptionSchema = v.union([
  v.object({ mistakes: v.array(v.string()) }),
  v.object({
    region: v.string(),
    runtime: v.string(),
    dialInNumber: v.optional(v.string()),
    environments: v.object({
      skill: v.exactOptional(environment),
      "sma-handler": v.exactOptional(environment),
      "context-api": v.exactOptional(environment),
    }),
  }),
]);

/** What a deployment document says, or what is wrong with the document itself. */
export type ReadDeployment =
  | { readonly mistakes: readonly Mistake[] }
  | Omit<Configuration, "reasons" | "today">;

/** Has infra, whose document it is, read it. */
export async function readDeployment(document: string, describer: string): Promise<ReadDeployment> {
  const { stdout } = await promisify(execFile)(process.execPath, [describer, document]);
  const description = v.parse(descriptionSchema, JSON.parse(stdout));
  return "mistakes" in description
    ? { mistakes: description.mistakes.map(toMistake) }
    : description;
}

/** `skill.skillId: is missing`. */
function toMistake(line: string): Mistake {
  const [, place = "the document", problem = line] = /^(\S+): (.*)$/.exec(line) ?? [];
  return { place, problem };
}
