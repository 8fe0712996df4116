import * as v from "valibot";
import { DeploymentError } from "./deployment-error.ts";
import { stageName } from "./formats.ts";
import {
  callContextSection,
  contextApiSection,
  skillSection,
  smaSection,
  tableSection,
} from "./sections.ts";

const deploymentSchema = v.pipe(
  v.strictObject(
    {
      stage: stageName,
      /** Skill calling exists in North America; these two Regions have SIP media applications. */
      region: v.optional(
        v.picklist(["us-east-1", "us-west-2"], "must be us-east-1 or us-west-2"),
        "us-east-1",
      ),
      table: v.optional(tableSection),
      callContext: v.optional(callContextSection),
      skill: v.optional(skillSection),
      sma: v.optional(smaSection),
      contextApi: v.optional(contextApiSection),
    },
    "must be an object",
  ),
  v.forward(
    v.check(
      ({ region, sma }) => sma?.failover?.region !== region,
      "a SIP rule takes one SIP media application of each Region; failover must be in another",
    ),
    ["sma"],
  ),
);

/** What is deployed: a section for each stack; a team leaves out the stacks of the others. */
export type Deployment = v.InferOutput<typeof deploymentSchema>;
export type TableDeployment = v.InferOutput<typeof tableSection>;
export type CallContextDeployment = v.InferOutput<typeof callContextSection>;
export type SkillDeployment = v.InferOutput<typeof skillSection>;
export type SmaDeployment = v.InferOutput<typeof smaSection>;
export type ContextApiDeployment = v.InferOutput<typeof contextApiSection>;

/**
 * Reads a deployment document.
 * @throws {DeploymentError} listing all mistakes, each with its place
 */
export function parseDeployment(document: unknown): Deployment {
  const { success, output, issues } = v.safeParse(deploymentSchema, document);
  if (!success) throw new DeploymentError(issues.map(mistake));
  return output;
}

/** What of a document fits: it without its faulty sections. Nothing where what all of them share does not fit. */
export function soundPartOf(document: unknown): Deployment | undefined {
  const { issues = [] } = v.safeParse(deploymentSchema, document);
  const faulty = issues.map(({ path }) => path?.[0]?.key);
  if (faulty.includes("region") || typeof document !== "object" || document === null) return;
  const sound = Object.entries(document).filter(([section]) => !faulty.includes(section));
  const { success, output } = v.safeParse(deploymentSchema, Object.fromEntries(sound));
  return success ? output : undefined;
}

function mistake(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? "the document"}: ${problem(issue)}`;
}

function problem({ expected, input, message, type }: v.BaseIssue<unknown>): string {
  if (expected === "never") return "is not known here";
  if (input !== undefined) return message;
  // The message of an object that misses a key is about the object.
  return type === "strict_object" ? "is missing" : `is missing; ${message}`;
}
