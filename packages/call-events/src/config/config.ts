import {
  ConfigError,
  type ConfigMistake,
  isTrustworthyUrl,
  mistakeOf,
  requirement,
  secretArn,
  tableName,
} from "@skill-call/lambda-config";
import * as v from "valibot";
import { webhookKeys } from "../webhook/webhook-secrets.ts";

export interface Config {
  /** Who is told of the table's changes, if anybody: a webhook, … */
  readonly webhook?: WebhookConfig;
  /** … or an event bus, by its name or ARN. */
  readonly eventBus?: string;
  /** The table whose contexts contact events of Amazon Connect move; absent: none does. */
  readonly callContextTable?: string;
}

export interface WebhookConfig {
  readonly url: string;
  /** The one that counts first, others while receivers change to it; or the ARN of the secret that holds them. */
  readonly secrets: readonly Buffer[] | string;
}

const urlMessage = requirement(
  "must be an https URL (http only on this machine)",
  "https://crm.example.com/calls",
);
// Standard Webhooks asks for 24 to 64 bytes.
const secretMessage = requirement(
  "must be whsec_ and 24 to 64 bytes in base64, comma-separated while they are changed",
  "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
);
const busMessage = requirement("must be the name or ARN of an event bus", "calls");

const urlSchema = v.object({
  WEBHOOK_URL: v.pipe(v.optional(v.string(), ""), v.check(isTrustworthyUrl, urlMessage)),
});
const secretSchema = v.object({
  WEBHOOK_SECRET: v.pipe(
    v.optional(v.string(), ""),
    v.check((text) => webhookKeys(text) !== undefined, secretMessage),
  ),
});
const secretArnSchema = v.object({ WEBHOOK_SECRET_ARN: secretArn });
const busSchema = v.object({
  EVENT_BUS: v.pipe(
    v.string(),
    v.regex(/^(arn:aws[a-z-]*:events:[a-z0-9-]+:\d{12}:event-bus\/)?[\w./-]{1,256}$/, busMessage),
  ),
});

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment, once, at start.
 * @throws {ConfigError} with every mistake in it
 */
export function readConfig(environment: Environment): Config {
  const { CALL_CONTEXT_TABLE: table, EVENT_BUS: bus } = environment;
  const contacts = table ? parts(v.object({ CALL_CONTEXT_TABLE: tableName }), environment) : none;
  const eventBus = bus ? parts(busSchema, environment) : none;
  // Where it would do nothing the webhook is what is missing.
  const hasWebhook = webhookVariables.some((name) => environment[name]) || !(table || bus);
  const webhook = hasWebhook ? readWebhook(environment) : none;
  const mistakes = [
    ...contacts.mistakes,
    ...eventBus.mistakes,
    ...webhook.mistakes,
    ...(bus && hasWebhook ? [oneReceiver] : []),
  ];
  const starting = { code: "call-events.config", lambda: "The call events Lambda" } as const;
  if (mistakes.length > 0) throw new ConfigError(starting, mistakes);
  return {
    ...(contacts.read && { callContextTable: contacts.read.CALL_CONTEXT_TABLE }),
    ...(eventBus.read && { eventBus: eventBus.read.EVENT_BUS }),
    ...(webhook.read && { webhook: webhook.read }),
  };
}

/** A receiver that is away would have the other one told each time again. */
const oneReceiver: ConfigMistake = {
  variable: "EVENT_BUS",
  problem: "is set beside a webhook; leave one out, for a rule of the bus can call the webhook",
};

const webhookVariables = ["WEBHOOK_URL", "WEBHOOK_SECRET", "WEBHOOK_SECRET_ARN"];

interface Read<Value> {
  readonly read: Value | undefined;
  readonly mistakes: readonly ConfigMistake[];
}

const none = { read: undefined, mistakes: [] };

function readWebhook(environment: Environment): Read<WebhookConfig> {
  const { WEBHOOK_SECRET: inPlace, WEBHOOK_SECRET_ARN: elsewhere } = environment;
  const url = parts(urlSchema, environment);
  const { secrets, mistakes } = elsewhere
    ? secretElsewhere(environment)
    : secretInPlace(environment);
  const both = {
    variable: "WEBHOOK_SECRET_ARN",
    problem: "is set beside WEBHOOK_SECRET; leave one out",
  };
  return {
    read: url.read && secrets ? { url: url.read.WEBHOOK_URL, secrets } : undefined,
    mistakes: [...url.mistakes, ...mistakes, ...(inPlace && elsewhere ? [both] : [])],
  };
}

function secretInPlace(environment: Environment) {
  const { read, mistakes } = parts(secretSchema, environment);
  return { secrets: read && webhookKeys(read.WEBHOOK_SECRET), mistakes };
}

function secretElsewhere(environment: Environment) {
  const { read, mistakes } = parts(secretArnSchema, environment);
  return { secrets: read?.WEBHOOK_SECRET_ARN, mistakes };
}

function parts<Schema extends v.GenericSchema>(
  schema: Schema,
  environment: unknown,
): Read<v.InferOutput<Schema>> {
  const { success, output, issues = [] } = v.safeParse(schema, environment);
  return { read: success ? output : undefined, mistakes: issues.map(mistakeOf) };
}
