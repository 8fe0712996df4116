import { servedBy } from "@skill-call/call-routing";
import {
  ConfigError,
  commaSeparated,
  e164Number,
  mistakeOf,
  requirement,
  tableName,
} from "@skill-call/lambda-config";
import {
  type RoutesInUse,
  type RoutingService,
  readRoutesDocument,
  type SourceName,
} from "@skill-call/live-routes";
import * as v from "valibot";
import { destinationKinds } from "../destinations/destination-kinds.ts";

/** What becomes of a call whose context is missing, unknown, expired or used up. */
export type WithoutContext = "otherwise" | "reject";

/** What the Lambda is told by its environment. */
export interface Config {
  readonly callContextTable: string;
  /** Login with Amazon client IDs of the skills that may call. */
  readonly allowedSkillClientIds: ReadonlySet<string>;
  /** Shown to whom a caller is bridged to; E.164. */
  readonly callerIdNumber: string;
  readonly routes: RoutesInUse;
  /** Where newer routes may be found, while the Lambda runs. */
  readonly routesSource?: SourceName;
  readonly withoutContext: WithoutContext;
  /** Where the calls come from that the deployment itself places, on a schedule, and nobody else's; E.164. */
  readonly canaryNumber?: string;
}

/** What of a ROUTES document is served here. */
export const routingService: RoutingService = { served: servedBy(destinationKinds) };

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
  WITHOUT_CONTEXT: v.optional(
    v.picklist(["otherwise", "reject"], "must be otherwise or reject; example: otherwise"),
    "otherwise",
  ),
  CANARY_NUMBER: v.optional(v.pipe(v.string(), e164Number)),
});

/**
 * Reads the environment, once, at start.
 * @param folder of the Lambda's own file, where ROUTES_SOURCE is looked for
 * @throws {ConfigError} with every mistake in it
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  folder = process.cwd(),
): Config {
  // Deployment tools write a variable that is not set as an empty one.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const { success, output, issues = [] } = v.safeParse(environmentSchema, set);
  const document = readRoutesDocument({ environment: set, folder }, routingService);
  if (!success || "mistakes" in document) {
    const ofRoutes = "mistakes" in document ? document.mistakes : [];
    throw new ConfigError(starting, [...issues.map(mistakeOf), ...ofRoutes]);
  }
  const { CANARY_NUMBER: canaryNumber } = output;
  return {
    callContextTable: output.CALL_CONTEXT_TABLE,
    allowedSkillClientIds: new Set(output.ALLOWED_SKILL_CLIENT_IDS),
    callerIdNumber: output.CALLER_ID_NUMBER,
    routes: document.routes,
    ...(document.source && { routesSource: document.source }),
    withoutContext: output.WITHOUT_CONTEXT,
    ...(canaryNumber !== undefined && { canaryNumber }),
  };
}
