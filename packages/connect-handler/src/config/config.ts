import {
  isRoutesError,
  parseRoutes,
  type Routes,
  type RoutesMistake,
  type Served,
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

/** What the Lambda is told by its environment. */
export interface Config {
  readonly callContextTable: string;
  /** Where a contact waits when no destination could be reached. */
  readonly fallbackQueueArn: string;
  readonly routes: Routes;
  /** As callers hear it. */
  readonly companyName: string;
}

const starting = { code: "connect-handler.config", lambda: "The Connect handler" } as const;

/** What a contact flow makes of each type of destination. */
const served: Served = {
  pstn: true,
  queue: true,
  "voice-connector":
    "Amazon Connect dials a Voice Connector only where AWS has granted External Voice Transfer; name a number or a queue",
  meeting: "Amazon Connect puts no phone call into a meeting; name a number or a queue",
};

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
  COMPANY_NAME: v.optional(v.string(), "Example Support"),
});

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment, once, at start.
 * @param folder of the Lambda's own file, where ROUTES_SOURCE is looked for
 * @throws {ConfigError} with every mistake in it
 */
export function readConfig(environment: Environment, folder = process.cwd()): Config {
  // Deployment tools write a variable that is not set as an empty one.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const { success, output, issues } = v.safeParse(environmentSchema, set);
  const routes = readRoutes({ environment: set, folder });
  if (!success || "mistakes" in routes) {
    const ofRoutes = "mistakes" in routes ? routes.mistakes : [];
    throw new ConfigError(starting, [...(issues ?? []).map(mistakeOf), ...ofRoutes]);
  }
  return {
    callContextTable: output.CALL_CONTEXT_TABLE,
    fallbackQueueArn: output.CONNECT_FALLBACK_QUEUE_ARN,
    companyName: output.COMPANY_NAME,
    routes: routes.document,
  };
}

function readRoutes(
  places: DocumentPlaces,
): { readonly document: Routes } | { readonly mistakes: readonly ConfigMistake[] } {
  const read = readDocumentVariable("ROUTES", places);
  if ("mistakes" in read) return read;
  const { variable, text } = read;
  const inDocument = ({ path, problem }: RoutesMistake): ConfigMistake => ({
    variable,
    ...(path && { path }),
    problem,
  });
  try {
    const document = parseRoutes(text, served);
    const mistakes = pickedNumbers(document).map(inDocument);
    return mistakes.length > 0 ? { mistakes } : { document };
  } catch (error) {
    if (isRoutesError(error)) return { mistakes: error.mistakes.map(inDocument) };
    throw error;
  }
}

/** A flow that waits for this Lambda in silence has no time for a second service. */
function pickedNumbers(routes: Routes): readonly RoutesMistake[] {
  const lists = [
    ...routes.rules.map(({ to }, index) => ({ at: `rules[${index}].to`, to })),
    { at: "otherwise", to: routes.otherwise },
  ];
  return lists.flatMap(({ at, to }) =>
    to.flatMap((destination, index) =>
      "destinationService" in destination
        ? [
            {
              path: `${at}[${index}].destinationService`,
              problem: "is not served behind Amazon Connect; name a number or a queue",
            },
          ]
        : [],
    ),
  );
}
