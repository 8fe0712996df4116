import { readFileSync } from "node:fs";
import * as v from "valibot";

const e164 = v.pipe(
  v.string(),
  v.regex(/^\+[1-9]\d{1,14}$/, "is no E.164 number; an example: +16073331111"),
);
const stageName = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,15}$/, "is 1–16 of a-z 0-9 -, a letter first; an example: prod"),
);
const skillClientId = v.pipe(
  v.string(),
  v.regex(
    /^amzn1\.application-oa2-client\.[0-9a-f]{32}$/,
    "is no skill client ID; an example: amzn1.application-oa2-client. and 32 hex digits",
  ),
);

const callContext = v.strictObject({
  /** Regions that hold a replica (a DynamoDB global table). */
  replicaRegions: v.optional(v.array(v.string()), []),
  alarmTopicArn: v.optional(v.string()),
});

const skill = v.strictObject({
  skillId: v.pipe(
    v.string(),
    v.regex(/^amzn1\.ask\.skill\.[0-9a-f-]{36}$/, "is no skill ID; an example: amzn1.ask.skill.<uuid>"),
  ),
  callStarter: v.optional(v.picklist(["skill-call", "callback", "smart-properties"]), "skill-call"),
  smaPhoneNumber: e164,
  contextTtlSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(60)), 3600),
  callback: v.optional(v.strictObject({ sipMediaApplicationId: v.string(), fromNumber: e164 })),
  /** Further variables of the skill's configuration, passed through as they are. */
  environment: v.optional(v.record(v.string(), v.string()), {}),
  alarmTopicArn: v.optional(v.string()),
});

const sma = v.strictObject({
  /** The number that callers reach; owned already: no stack buys or releases a number. */
  phoneNumber: e164,
  callerIdNumber: e164,
  allowedSkillClientIds: v.pipe(v.array(skillClientId), v.minLength(1, "names at least one skill")),
  /** The ROUTES document, or the path of a JSON file that holds it. */
  routes: v.union([v.string(), v.record(v.string(), v.unknown())]),
  withoutContext: v.optional(v.picklist(["otherwise", "reject"]), "otherwise"),
  /** A SIP media application in another region that the SIP rule turns to when this one's Lambda fails. */
  failover: v.optional(v.strictObject({ region: v.string(), sipMediaApplicationId: v.string() })),
  alarmTopicArn: v.optional(v.string()),
});

const contextApi = v.strictObject({
  jwt: v.optional(
    v.strictObject({ issuer: v.pipe(v.string(), v.url()), audience: v.pipe(v.string(), v.minLength(1)) }),
  ),
  allowedOrigins: v.optional(v.array(v.pipe(v.string(), v.url())), []),
  domain: v.optional(v.strictObject({ name: v.string(), certificateArn: v.string() })),
  alarmTopicArn: v.optional(v.string()),
});

const deployment = v.strictObject({
  stage: stageName,
  region: v.optional(v.picklist(["us-east-1", "us-west-2"]), "us-east-1"),
  callContext: v.optional(callContext),
  skill: v.optional(skill),
  sma: v.optional(sma),
  contextApi: v.optional(contextApi),
});

/** What is deployed: a section for each stack; a team leaves out the stacks of the others. */
export type Deployment = v.InferOutput<typeof deployment>;
export type CallContextDeployment = v.InferOutput<typeof callContext>;
export type SkillDeployment = v.InferOutput<typeof skill>;
export type SmaDeployment = v.InferOutput<typeof sma>;
export type ContextApiDeployment = v.InferOutput<typeof contextApi>;

/** The deployment document does not fit; the message lists every mistake with its place. */
export class DeploymentError extends Error {
  override readonly name = "DeploymentError";
  readonly code = "infra.deployment";
}

/**
 * Reads a deployment document.
 * @throws {DeploymentError} listing all mistakes
 */
export function parseDeployment(document: unknown): Deployment {
  const result = v.safeParse(deployment, document);
  if (result.success) return result.output;
  const mistakes = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? "document"}: ${issue.message}`);
  throw new DeploymentError(`The deployment document has mistakes:\n${mistakes.join("\n")}`);
}

/**
 * Reads a deployment document from a file.
 * @throws {DeploymentError} when the file cannot be read, is no JSON, or does not fit
 */
export function readDeployment(path: string): Deployment {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new DeploymentError(`The deployment document ${path} cannot be read as JSON`, { cause });
  }
  return parseDeployment(document);
}
