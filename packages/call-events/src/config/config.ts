import {
  ConfigError,
  commaSeparated,
  isTrustworthyUrl,
  mistakeOf,
  requirement,
} from "@skill-call/lambda-config";
import * as v from "valibot";

export interface WebhookConfig {
  readonly url: string;
  /** The one that counts first; others while receivers change to it. */
  readonly secrets: readonly Buffer[];
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

const environmentSchema = v.object({
  WEBHOOK_URL: v.pipe(v.optional(v.string(), ""), v.check(isTrustworthyUrl, urlMessage)),
  WEBHOOK_SECRET: v.pipe(
    v.optional(v.string(), ""),
    v.check((text) => {
      const secrets = commaSeparated(text);
      return secrets.length > 0 && secrets.every(isSecret);
    }, secretMessage),
  ),
});

/**
 * Reads the environment, once, at start.
 * @throws {ConfigError} with every mistake in it
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): WebhookConfig {
  const { success, output, issues } = v.safeParse(environmentSchema, environment);
  const starting = { code: "call-events.config", lambda: "The call events Lambda" } as const;
  if (!success) throw new ConfigError(starting, issues.map(mistakeOf));
  return {
    url: output.WEBHOOK_URL,
    secrets: commaSeparated(output.WEBHOOK_SECRET).map(bytesOf),
  };
}

function isSecret(text: string): boolean {
  if (!/^whsec_[A-Za-z0-9+/]+=*$/.test(text)) return false;
  const { length } = bytesOf(text);
  return length >= 24 && length <= 64;
}

function bytesOf(secret: string): Buffer {
  return Buffer.from(secret.slice("whsec_".length), "base64");
}
