import { randomUUID } from "node:crypto";
import {
  CodeDeployClient,
  PutLifecycleEventHookExecutionStatusCommand,
} from "@aws-sdk/client-codedeploy";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { createCallContextStore } from "@skill-call/call-context";
import { removeContextFrom } from "../remove-context.ts";
import { invoked } from "./invoked.ts";
import type { RehearsalPorts } from "./rehearsal-ports.ts";
import { rehearseCalls } from "./rehearse-calls.ts";
import { rehearseContacts } from "./rehearse-contacts.ts";

/** What CodeDeploy hands to a hook (user guide, "AppSpec 'hooks' section for a Lambda deployment"). */
interface HookEvent {
  readonly DeploymentId: string;
  readonly LifecycleEventHookExecutionId: string;
}

const { REHEARSED, NEW_VERSION = "", CALL_CONTEXT_TABLE = "", SKILL_CLIENT_ID = "" } = process.env;

/** Longer than a rehearsal, shorter than anybody would look for a context: what the hook cannot remove ends by itself. */
const ttlSeconds = 600;

const dynamoDb = new DynamoDBClient({});
const lambda = new LambdaClient({});
const codeDeploy = new CodeDeployClient({});
const store = createCallContextStore({
  client: dynamoDb,
  tableName: CALL_CONTEXT_TABLE,
  ttlSeconds,
});

/** CodeDeploy's BeforeAllowTraffic hook: the new version takes over only if it comes through a rehearsal. */
export async function handler(event: HookEvent): Promise<void> {
  const problems = await problemsOfNewVersion();
  for (const problem of problems) log("rehearsal.failed", problem);
  await codeDeploy.send(
    new PutLifecycleEventHookExecutionStatusCommand({
      deploymentId: event.DeploymentId,
      lifecycleEventHookExecutionId: event.LifecycleEventHookExecutionId,
      status: problems.length === 0 ? "Succeeded" : "Failed",
    }),
  );
}

/** What goes wrong once may be a table that was busy just then; what goes wrong twice is the version. */
async function problemsOfNewVersion(): Promise<readonly string[]> {
  const problems = await rehearseNewVersion();
  if (problems.length === 0) return [];
  for (const problem of problems) log("rehearsal.again", problem);
  return rehearseNewVersion();
}

/** A line that explains why a deployment failed, or took longer; it holds no personal data, for a rehearsal has none. */
function log(message: "rehearsal.failed" | "rehearsal.again", problem: string): void {
  const line = { level: message === "rehearsal.failed" ? "error" : "warn", message, problem };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** CodeDeploy waits an hour for a hook that says nothing: what breaks here is said, too. */
async function rehearseNewVersion(): Promise<readonly string[]> {
  try {
    return await rehearse({
      invoke: (event) => invoked(lambda, NEW_VERSION, event),
      createContext,
      removeContext,
      newId: randomUUID,
      now: Date.now,
    });
  } catch (error) {
    return [`the rehearsal broke: ${error instanceof Error ? error.name : "unknown"}`];
  }
}

/** By the package of the new version. */
function rehearse(ports: RehearsalPorts): Promise<readonly string[]> {
  return REHEARSED === "connect-handler"
    ? rehearseContacts(ports)
    : rehearseCalls(ports, { skillClientId: SKILL_CLIENT_ID });
}

async function createContext(): Promise<string> {
  const { contextId } = await store.create({
    callerName: "Rehearsal of a deployment",
    accountIdVerified: false,
    reason: { id: "rehearsal" },
    locale: "en-US",
    callStarter: REHEARSED === "connect-handler" ? "connect" : "skill-call",
  });
  return contextId;
}

function removeContext(contextId: string): Promise<void> {
  return removeContextFrom(CALL_CONTEXT_TABLE, contextId, dynamoDb);
}
