import * as v from "valibot";
import { callEventsSection } from "./call-events-section.ts";
import { connectSection } from "./connect-section.ts";
import { contextApiSection } from "./context-api-section.ts";
import { DeploymentError } from "./deployment-error.ts";
import { region, stageName } from "./formats.ts";
import {
  callContextSection,
  encryptionSection,
  skillSection,
  smaSection,
  tableSection,
} from "./sections.ts";
import { wrongRegions } from "./wrong-regions.ts";

/** As it is written, but for routes in a file of their own. */
export const deploymentSchema = v.pipe(
  v.strictObject(
    {
      /** Of the JSON Schema that an editor completes by. */
      $schema: v.optional(v.string()),
      stage: stageName,
      region: v.optional(region, "us-east-1"),
      table: v.optional(tableSection),
      encryption: v.optional(encryptionSection),
      callContext: v.optional(callContextSection),
      skill: v.optional(skillSection),
      sma: v.optional(smaSection),
      contextApi: v.optional(contextApiSection),
      connect: v.optional(connectSection),
      callEvents: v.optional(callEventsSection),
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
  v.forward(
    v.check(
      ({ sma, skill }) =>
        skill?.callStarter.type !== "callback" ||
        !sma?.phoneNumbers.includes(skill.callStarter.fromNumber),
      "callStarter.fromNumber is one of sma.phoneNumbers: people who ring back would reach the application without a context",
    ),
    ["skill"],
  ),
  v.forward(
    v.check(
      ({ sma, skill }) =>
        skill?.callStarter.type !== "callback" ||
        sma?.canary?.fromNumber !== skill.callStarter.fromNumber,
      "callStarter.fromNumber is sma.canary.fromNumber: callers would be taken for a canary call",
    ),
    ["skill"],
  ),
  v.forward(
    v.check(
      ({ table, callEvents }) =>
        table === undefined ||
        table.streamArn !== undefined ||
        (callEvents?.webhook ?? callEvents?.eventBusArn) === undefined,
      "has no streamArn, and callEvents tells of what changes in the table",
    ),
    ["table"],
  ),
  v.forward(
    v.check(
      ({ connect, callEvents }) =>
        connect === undefined ||
        callEvents?.connectInstanceArn === undefined ||
        callEvents.connectInstanceArn === connect.instanceArn,
      "connectInstanceArn is another instance than connect.instanceArn: contexts of its calls would not move on",
    ),
    ["callEvents"],
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || !v.is(region, dataset.value.region)) return;
    for (const { place, problem } of wrongRegions(dataset.value)) {
      addIssue({ message: problem, path: pathOf(dataset.value, place) });
    }
  }),
);

/** Where a mistake is, as valibot wants it: only the keys are read. */
function pathOf(input: Record<string, unknown>, keys: readonly string[]) {
  const [first = "", ...rest] = keys.map(
    (key) => ({ type: "object", origin: "value", input, key, value: undefined }) as const,
  );
  if (first === "") throw new RangeError("A mistake without a place");
  return [first, ...rest] as [typeof first, ...(typeof first)[]];
}

/** What is deployed: a section for each stack; a team leaves out the stacks of the others. */
export type Deployment = v.InferOutput<typeof deploymentSchema>;
export type EncryptionDeployment = v.InferOutput<typeof encryptionSection>;
export type TableDeployment = v.InferOutput<typeof tableSection>;
export type CallContextDeployment = v.InferOutput<typeof callContextSection>;
export type SkillDeployment = v.InferOutput<typeof skillSection>;
export type SmaDeployment = v.InferOutput<typeof smaSection>;
export type CallEventsDeployment = v.InferOutput<typeof callEventsSection>;
export type ConnectDeployment = v.InferOutput<typeof connectSection>;
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
