import { join } from "node:path";
import { type CallForm, isCallFormError } from "@skill-call/call-form";
import { readCallFormFile } from "@skill-call/call-form/files";
import {
  isRoutesError,
  parseRoutes,
  type Routes,
  type RoutesMistake,
  servedBy,
} from "@skill-call/call-routing";
import {
  ConfigError,
  type ConfigMistake,
  type DocumentPlaces,
  mistakeOf,
  readDocumentVariable,
  requirement,
  tableName,
} from "@skill-call/lambda-config";
import * as v from "valibot";
import { destinationKinds } from "../destination-kinds.ts";

/** What the Lambda is told by its environment. */
export interface Config {
  readonly callContextTable: string;
  /** Where a contact waits when no destination could be reached. */
  readonly fallbackQueueArn: string;
  readonly routes: Routes;
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
  const routes = readRoutes({ environment: set, folder }, fallbackQueueArn);
  const form = readForm(set.CALL_FORM_FILE ?? join(folder, "call-form.json"));
  if (!success || "mistakes" in routes || "mistakes" in form) {
    const ofDocuments = [routes, form].flatMap((each) => ("mistakes" in each ? each.mistakes : []));
    throw new ConfigError(starting, [...(issues ?? []).map(mistakeOf), ...ofDocuments]);
  }
  return {
    callContextTable: output.CALL_CONTEXT_TABLE,
    fallbackQueueArn: output.CONNECT_FALLBACK_QUEUE_ARN,
    form: form.document,
    routes: routes.document,
  };
}

type Read<Document> =
  | { readonly document: Document }
  | { readonly mistakes: readonly ConfigMistake[] };

function readForm(file: string): Read<CallForm> {
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

function readRoutes(places: DocumentPlaces, fallbackQueueArn: string): Read<Routes> {
  const read = readDocumentVariable("ROUTES", places);
  if ("mistakes" in read) return read;
  const { variable, text } = read;
  const inDocument = ({ path, problem }: RoutesMistake): ConfigMistake => ({
    variable,
    ...(path && { path }),
    problem,
  });
  try {
    const document = parseRoutes(text, servedBy(destinationKinds));
    const mistakes = [...pickedNumbers(document), ...otherQueues(document, fallbackQueueArn)].map(
      inDocument,
    );
    return mistakes.length > 0 ? { mistakes } : { document };
  } catch (error) {
    if (isRoutesError(error)) return { mistakes: error.mistakes.map(inDocument) };
    throw error;
  }
}

/** A flow that waits for this Lambda in silence has no time for a second service. */
function pickedNumbers(routes: Routes): readonly RoutesMistake[] {
  return placedDestinations(routes).flatMap(({ path, destination }) =>
    "destinationService" in destination
      ? [
          {
            path: `${path}.destinationService`,
            problem: "is not served behind Amazon Connect; name a number or a queue",
          },
        ]
      : [],
  );
}

/** A contact waits in queues of its own instance; a fallback queue that is none has its own mistake. */
function otherQueues(routes: Routes, fallbackQueueArn: string): readonly RoutesMistake[] {
  const [instanceArn, fallback] = fallbackQueueArn.split("/queue/");
  if (fallback === undefined) return [];
  return placedDestinations(routes).flatMap(({ path, destination }) =>
    destination.type === "queue" && !destination.arn.startsWith(`${instanceArn}/queue/`)
      ? [
          {
            path: `${path}.arn`,
            problem: "is a queue of another instance than CONNECT_FALLBACK_QUEUE_ARN",
          },
        ]
      : [],
  );
}

function placedDestinations({ rules, otherwise }: Routes) {
  const lists = [
    ...rules.map(({ to }, index) => ({ at: `rules[${index}].to`, to })),
    { at: "otherwise", to: otherwise },
  ];
  return lists.flatMap(({ at, to }) =>
    to.map((destination, index) => ({ path: `${at}[${index}]`, destination })),
  );
}
