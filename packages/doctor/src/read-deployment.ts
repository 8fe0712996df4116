import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as v from "valibot";
import type { Settings } from "./configuration.ts";
import type { Mistake } from "./mistake.ts";

const environment = v.record(v.string(), v.string());

const descriptionSchema = v.object({
  mistakes: v.array(v.string()),
  notes: v.array(v.string()),
  region: v.optional(v.string()),
  runtime: v.string(),
  dialInNumber: v.optional(v.string()),
  environments: v.object({
    skill: v.exactOptional(environment),
    "sma-handler": v.exactOptional(environment),
    "context-api": v.exactOptional(environment),
    "connect-handler": v.exactOptional(environment),
    "call-events": v.exactOptional(environment),
  }),
});

/** What a deployment document says as far as it fits, and where it does not. */
export interface ReadDeployment {
  readonly mistakes: readonly Mistake[];
  /** What fits, and is worth a word. */
  readonly notes: readonly Mistake[];
  readonly settings: Settings;
}

/** Has infra, whose document it is, read it. */
export async function readDeployment(document: string, describer: string): Promise<ReadDeployment> {
  const { stdout } = await promisify(execFile)(process.execPath, [describer, document]);
  const { mistakes, notes, ...settings } = v.parse(descriptionSchema, JSON.parse(stdout));
  return { mistakes: mistakes.map(toMistake), notes: notes.map(toMistake), settings };
}

/** `skill.skillId: is missing`. */
function toMistake(line: string): Mistake {
  const [, place = "the document", problem = line] = /^(\S+): (.*)$/.exec(line) ?? [];
  return { place, problem };
}
