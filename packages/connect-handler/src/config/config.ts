import { join } from "node:path";
import { type CallForm, isCallFormError } from "@skill-call/call-form";
import { readCallFormFile } from "@skill-call/call-form/files";
import {
  ConfigError,
  type ConfigMistake,
  mistakeOf,
  requirement,
  tableName,
} from "@skill-call/lambda-config";
import { type RoutesInUse, readRoutesDocument, type SourceName } from "@skill-call/live-routes";
import * as v from "valibot";
import { routingService } from "./routing-service.ts";

/** What the Lambda is told by its environment. */
export interface Config {
  readonly callContextTable: string;
  /** Where a contact waits when no destination could be reached. */
  readonly fallbackQueueArn: string;
  readonly routes: RoutesInUse;
  /** Where newer routes may be found, while the Lambda runs. */
  readonly routesSource?: SourceName;
  /** The company and the reasons, as callers hear them. */
  readonly form: CallForm;
}

const starting = { code: "connect-handler.config", lambda: "The Connect handler" } as const;

const queueMessage = requirement(
  "must be the ARN of an Amazon Connect queue",
  "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555/queue/22222222-2222-4333-8444-555555555555",
);

const environmentSchema = v.object({
  CALL_CONTEXT_TABLE: tableName,
  CONNECT_FALLBACK_QUEUE_ARN: v.pipe(
    v.optional(v.string(), ""),
    v.regex(
      /^arn:aws[a-z-]*:connect:[a-z0-9-]+:\d{12}:instance\/[0-9a-f-]{36}\/queue\/[0-9a-f-]{36}$/,
      queueMessage,
    ),
  ),
  CALL_FORM_FILE: v.optional(v.string()),
});

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment, once, at start.
 * @param folder of the Lambda's own file, where ROUTES_SOURCE and the call form are looked for
 * @throws {ConfigError} with every mistake in it
 */
export function readConfig(environment: Environment, folder = process.cwd()): Config {
  // Deployment tools write a variable that is not set as an empty one.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const { success, output, issues } = v.safeParse(environmentSchema, set);
  const { CONNECT_FALLBACK_QUEUE_ARN: fallbackQueueArn = "" } = set;
  const routes = readRoutesDocument({ environment: set, folder }, routingService(fallbackQueueArn));
  const form = readForm(set.CALL_FORM_FILE ?? join(folder, "call-form.json"));
  if (!success || "mistakes" in routes || "mistakes" in form) {
    const ofDocuments = [routes, form].flatMap((each) => ("mistakes" in each ? each.mistakes : []));
    throw new ConfigError(starting, [...(issues ?? []).map(mistakeOf), ...ofDocuments]);
  }
  return {
    callContextTable: output.CALL_CONTEXT_TABLE,
    fallbackQueueArn: output.CONNECT_FALLBACK_QUEUE_ARN,
    form: form.document,
    routes: routes.routes,
    ...(routes.source && { routesSource: routes.source }),
  };
}

type ReadForm = { readonly document: CallForm } | { readonly mistakes: readonly ConfigMistake[] };

function readForm(file: string): ReadForm {
  try {
    return { document: readCallFormFile(file) };
  } catch (error) {
    if (!isCallFormError(error)) throw error;
    const mistakes = error.mistakes.map(({ document, pointer, problem }) => ({
      variable: "CALL_FORM_FILE",
      path: `${document} ${pointer}`.trim(),
      problem,
    }));
    return { mistakes };
  }
}
