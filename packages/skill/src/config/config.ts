import { callStarters } from "@skill-call/call-context";
import { ConfigError, keyArn, mistakeOf, requirement, tableName } from "@skill-call/lambda-config";
import * as v from "valibot";
import { type StarterConfig, starterSchemas } from "./starter-config.ts";
import { seconds } from "./variables.ts";

/** What the Lambda is told by its environment. */
export interface Config {
  readonly tableName: string;
  /** The KMS key that what callers say is encrypted by; without it, it is stored as it is. */
  readonly contextKey: string | undefined;
  /** Only this skill is answered, where it is set. */
  readonly skillId: string | undefined;
  readonly contextTtlSeconds: number;
  /** The call form's file; without it the one beside the Lambda. */
  readonly callFormFile: string | undefined;
  readonly starter: StarterConfig;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const starting = { code: "skill.config", lambda: "The skill" } as const;

const starterMessage = requirement(`must be one of ${callStarters.join(", ")}`, callStarters[0]);
const skillIdMessage = requirement("must be the ID of a skill", "amzn1.ask.skill.3ffd8d5f-…");

const generalSchema = v.object({
  CALL_CONTEXT_TABLE: tableName,
  CALL_CONTEXT_KEY: v.optional(keyArn),
  CALL_STARTER: v.picklist(callStarters, starterMessage),
  SKILL_ID: v.optional(v.pipe(v.string(), v.startsWith("amzn1.ask.skill.", skillIdMessage))),
  CONTEXT_TTL_SECONDS: v.optional(seconds, "3600"),
  CALL_FORM_FILE: v.optional(v.string()),
});

/**
 * Reads the environment, once, at start.
 * @throws {ConfigError} with every mistake in it
 */
export function readConfig(environment: Environment): Config {
  const starterSchema = starterSchemas[starterName(environment)];
  const general = v.safeParse(generalSchema, variables(generalSchema, environment));
  const starter = v.safeParse(starterSchema, variables(starterSchema, environment));
  if (!general.success || !starter.success) {
    const issues = [...(general.issues ?? []), ...(starter.issues ?? [])];
    throw new ConfigError(starting, issues.map(mistakeOf));
  }
  const { output } = general;
  return {
    tableName: output.CALL_CONTEXT_TABLE,
    contextKey: output.CALL_CONTEXT_KEY,
    skillId: output.SKILL_ID,
    contextTtlSeconds: output.CONTEXT_TTL_SECONDS,
    callFormFile: output.CALL_FORM_FILE,
    starter: starter.output,
  };
}

/** Which variables to check besides: those of a skill call while nobody knows better. */
function starterName({ CALL_STARTER }: Environment): keyof typeof starterSchemas {
  return callStarters.find((name) => name === CALL_STARTER) ?? "skill-call";
}

/** The variables of a schema, each of them there so that its own message speaks; an empty one is not set. */
function variables(schema: { readonly entries: object }, environment: Environment): Environment {
  const names = Object.keys(schema.entries);
  return Object.fromEntries(names.map((name) => [name, environment[name]?.trim() || undefined]));
}
