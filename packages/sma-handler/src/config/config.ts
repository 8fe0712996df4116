import * as v from "valibot";
import { ConfigError, type ConfigMistake } from "../errors.ts";
import type { Routes } from "../routing/routes.ts";
import { e164Number } from "./e164-number.ts";
import { requirement } from "./requirement.ts";
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

const tableMessage = requirement("must be a DynamoDB table's name or ARN", "skill-call-contexts");
const clientIdMessage = requirement(
  "must be Login with Amazon client IDs, comma-separated",
  "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48",
);

/** A variable that is not set is checked as an empty one, so that its own message speaks. */
function variable<Schema extends v.GenericSchema<string, unknown>>(schema: Schema) {
  return v.pipe(v.optional(v.string(), ""), schema);
}

const environmentSchema = v.object({
  CALL_CONTEXT_TABLE: variable(
    v.pipe(
      v.string(),
      v.regex(/^(arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/)?[\w.-]{3,255}$/, tableMessage),
    ),
  ),
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
  if (!success) throw new ConfigError(issues.map(mistake));
  return {
    callContextTable: output.CALL_CONTEXT_TABLE,
    allowedSkillClientIds: new Set(output.ALLOWED_SKILL_CLIENT_IDS),
    callerIdNumber: output.CALLER_ID_NUMBER,
    routes: output.ROUTES,
    withoutContext: output.WITHOUT_CONTEXT,
  };
}

function commaSeparated(list: string): string[] {
  return list
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
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

function mistake({ path, message }: v.BaseIssue<unknown>): ConfigMistake {
  const [variable, ...inside] = (path ?? []).map(({ key }) => key);
  const steps = inside.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`));
  return {
    variable: String(variable),
    path: steps.join("").replace(/^\./, ""),
    problem: message,
  };
}
