import {
  ConfigError,
  commaSeparated,
  e164Number,
  mistakeOf,
  requirement,
  tableName,
} from "@skill-call/lambda-config";
import * as v from "valibot";
import type { Routes } from "../routing/routes.ts";
import { routesSchema } from "./routes-schema.ts";

/** What becomes of a call whose context is missing, unknown, expired or used up. */
export type WithoutContext = "otherwise" | "reject";

/** What the Lambda is told by its environment. */
export interface Config {
  readonly callContextTable: string;
  /** Login with Amazon client IDs of the skills that may call. */
  readonly allowedSkillClientIds: ReadonlySet<string>;
  /** Shown to whom a caller is bridged to; E.164. */
  readonly callerIdNumber: string;
  readonly routes: Routes;
  readonly withoutContext: WithoutContext;
}

const starting = { code: "sma-handler.config", lambda: "The SMA handler" } as const;

const clientIdMessage = requirement(
  "must be Login with Amazon client IDs, comma-separated",
  "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48",
);

/** A variable that is not set is checked as an empty one, so that its own message speaks. */
function variable<Schema extends v.GenericSchema<string, unknown>>(schema: Schema) {
  return v.pipe(v.optional(v.string(), ""), schema);
}

const environmentSchema = v.object({
  CALL_CONTEXT_TABLE: tableName,
  ALLOWED_SKILL_CLIENT_IDS: variable(
    v.pipe(
      v.string(),
      v.nonEmpty(clientIdMessage),
      v.transform(commaSeparated),
      v.array(
        v.pipe(v.string(), v.regex(/^amzn1\.application-oa2-client\.[\w-]+$/, clientIdMessage)),
      ),
      v.nonEmpty(clientIdMessage),
    ),
  ),
  CALLER_ID_NUMBER: variable(v.pipe(v.string(), e164Number)),
  ROUTES: variable(v.pipe(v.string(), parsedJson(), routesSchema)),
  WITHOUT_CONTEXT: v.optional(
    v.picklist(["otherwise", "reject"], "must be otherwise or reject; example: otherwise"),
    "otherwise",
  ),
});

/**
 * Reads the environment, once, at start.
 * @throws {ConfigError} with every mistake in it
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // Deployment tools write a variable that is not set as an empty one.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const { success, output, issues } = v.safeParse(environmentSchema, set);
  if (!success) throw new ConfigError(starting, issues.map(mistakeOf));
  return {
    callContextTable: output.CALL_CONTEXT_TABLE,
    allowedSkillClientIds: new Set(output.ALLOWED_SKILL_CLIENT_IDS),
    callerIdNumber: output.CALLER_ID_NUMBER,
    routes: output.ROUTES,
    withoutContext: output.WITHOUT_CONTEXT,
  };
}

function parsedJson() {
  return v.rawTransform<string, unknown>(({ dataset, addIssue, NEVER }) => {
    try {
      return JSON.parse(dataset.value);
    } catch (error) {
      addIssue({ message: jsonProblem(dataset.value, error) });
      return NEVER;
    }
  });
}

/** Where JSON breaks; the parser's own words would quote the document. */
function jsonProblem(document: string, error: unknown): string {
  const position = /position \d+/.exec(String(error))?.[0];
  const problem = document === "" ? "is missing" : "is not JSON";
  const where = position ? ` (breaks at ${position})` : "";
  return `${problem}${where}; example: {"rules":[],"otherwise":[{"type":"pstn","number":"+12045550100"}]}`;
}
