import {
  ConfigError,
  type ConfigMistake,
  commaSeparated,
  isTrustworthyUrl,
  mistakeOf,
  requirement,
  tableName,
} from "@skill-call/lambda-config";
import * as v from "valibot";

/** Whose tokens count. */
export interface JwtConfig {
  /** The `iss` of every token. */
  readonly issuer: string;
  /** Where the issuer's keys are; absent: the issuer's OpenID configuration says. */
  readonly jwksUrl?: string;
  /** The `aud` of every token. */
  readonly audience: string;
}

/** What the context API is told by its environment. */
export interface Config {
  readonly callContextTable: string;
  /** Absent: no token counts. */
  readonly jwt?: JwtConfig;
  /** Whether the IAM identity counts that AWS passes on once it checked a request's signature. */
  readonly iamAuth: boolean;
  /** Web pages of these origins may ask. */
  readonly corsAllowedOrigins: readonly string[];
}

const starting = { code: "context-api.config", lambda: "The context API" } as const;
const urlMessage = "must be an https URL (http only on this machine)";
const issuerMessage = requirement(urlMessage, "https://login.example.com/tenant");
const jwksMessage = requirement(urlMessage, "https://login.example.com/tenant/keys");
const audienceMessage = requirement("must be one word", "call-context-api");
const originMessage =
  "must be origins, comma-separated, without a path; example: https://crm.example.com";

const environmentSchema = v.object({
  CALL_CONTEXT_TABLE: tableName,
  JWT_ISSUER: v.optional(v.pipe(v.string(), v.check(isTrustworthyUrl, issuerMessage))),
  JWT_JWKS_URL: v.optional(v.pipe(v.string(), v.check(isTrustworthyUrl, jwksMessage))),
  JWT_AUDIENCE: v.optional(v.pipe(v.string(), v.regex(/^\S+$/, audienceMessage))),
  IAM_AUTH: v.optional(v.picklist(["true", "false"], "must be true or false; example: true")),
  CORS_ALLOWED_ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.transform(commaSeparated),
      v.array(v.pipe(v.string(), v.check(isOrigin, originMessage))),
    ),
  ),
});

type Environment = v.InferOutput<typeof environmentSchema>;

/**
 * Reads the environment, once, at start. Without `JWT_…` and `IAM_AUTH` nobody is let in.
 * @throws {ConfigError} with every mistake in it
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // Deployment tools write a variable that is not set as an empty one.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const { success, output, issues = [] } = v.safeParse(environmentSchema, set);
  const mistakes = [...issues.map(mistakeOf), ...missingBeside(set)];
  if (!success || mistakes.length > 0) throw new ConfigError(starting, mistakes);
  const jwt = jwtConfig(output);
  return {
    callContextTable: output.CALL_CONTEXT_TABLE,
    ...(jwt && { jwt }),
    iamAuth: output.IAM_AUTH === "true",
    corsAllowedOrigins: output.CORS_ALLOWED_ORIGINS ?? [],
  };
}

function jwtConfig(environment: Environment): JwtConfig | undefined {
  const { JWT_ISSUER: issuer, JWT_AUDIENCE: audience, JWT_JWKS_URL: jwksUrl } = environment;
  if (issuer === undefined || audience === undefined) return undefined;
  return { issuer, audience, ...(jwksUrl !== undefined && { jwksUrl }) };
}

/** A token whose issuer or audience nobody checks is anybody's: neither goes without the other. */
function missingBeside(set: Readonly<Record<string, unknown>>): ConfigMistake[] {
  const names = ["JWT_ISSUER", "JWT_JWKS_URL", "JWT_AUDIENCE"];
  if (!names.some((name) => Object.hasOwn(set, name))) return [];
  return [
    { variable: "JWT_ISSUER", problem: issuerMessage({ input: "" }) },
    { variable: "JWT_AUDIENCE", problem: audienceMessage({ input: "" }) },
  ].filter(({ variable }) => !Object.hasOwn(set, variable));
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
