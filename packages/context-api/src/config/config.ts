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
import { readScopeNames, type ScopeRules } from "../access/granted-scopes.ts";
import { type Rate, readRate, usualRate } from "../access/rate-limiter.ts";
import type { LoginConfig } from "../access/sign-in.ts";

/** Whose tokens count. */
export interface JwtConfig {
  /** The `iss` of every token: where its OpenID configuration is, unless `jwksUrl` is set. */
  readonly issuer: string;
  /** Where the issuer's keys are; absent: the issuer's OpenID configuration says. */
  readonly jwksUrl?: string;
  /** One of these is the `aud` of every token. */
  readonly audiences: readonly string[];
  /** How the issuer writes scopes; absent: in one of the usual ways. */
  readonly scopes?: ScopeRules;
}

/** What the agent's page is told. */
export interface AgentConfig {
  /** Origins whose pages may show it in a frame. */
  readonly frameAncestors: readonly string[];
  /** Absent: nobody signs in on the page. */
  readonly login?: LoginConfig;
  /** Address of an account in the CRM, with `{accountId}` in it. */
  readonly accountLink?: string;
  /** Where the labels of a team's own fields are; absent: beside the Lambda, if anywhere. */
  readonly labelsFile?: string;
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
  /** How often one caller may ask. */
  readonly rate: Rate;
  readonly agent: AgentConfig;
}

const starting = { code: "context-api.config", lambda: "The context API" } as const;
const urlMessage = "must be an https URL (http only on this machine)";
const issuerMessage = requirement(
  `${urlMessage} unless JWT_JWKS_URL is set`,
  "https://login.example.com/tenant",
);
const jwksMessage = requirement(urlMessage, "https://login.example.com/tenant/keys");
const audienceMessage = requirement("must be words, comma-separated", "call-context-api");
const claimsMessage = requirement("must be claims, comma-separated", "scope,realm_access.roles");
const prefixMessage = requirement("must be one word", "call-context-api/");
const namesMessage = requirement(
  "must be names and the scopes that they grant, comma-separated",
  "Contexts.Read=call-context:read,Contexts.Write=call-context:write",
);
const rateMessage = requirement("must be requests a second / at once", "10/60");
const originMessage =
  "must be origins, comma-separated, without a path; example: https://crm.example.com";
const frameMessage =
  "must be https origins, comma-separated, without a path; example: https://crm.example.com";

const clientMessage = requirement("must be one word", "agent-page");
const accountLinkMessage = requirement(
  "must be an https URL with {accountId} in it",
  "https://crm.example.com/accounts/{accountId}",
);

function origins(isAllowed: (text: string) => boolean, message: string) {
  return v.optional(
    v.pipe(
      v.string(),
      v.transform(commaSeparated),
      v.array(v.pipe(v.string(), v.check(isAllowed, message))),
    ),
  );
}

const environmentSchema = v.object({
  CALL_CONTEXT_TABLE: tableName,
  JWT_ISSUER: v.optional(v.pipe(v.string(), v.regex(/^\S+$/, issuerMessage))),
  JWT_JWKS_URL: v.optional(v.pipe(v.string(), v.check(isTrustworthyUrl, jwksMessage))),
  JWT_AUDIENCE: v.optional(words(audienceMessage)),
  JWT_SCOPE_CLAIMS: v.optional(words(claimsMessage)),
  JWT_SCOPE_PREFIX: v.optional(v.pipe(v.string(), v.regex(/^\S+$/, prefixMessage))),
  JWT_SCOPES: v.optional(v.pipe(v.string(), understood(readScopeNames, namesMessage))),
  IAM_AUTH: v.optional(v.picklist(["true", "false"], "must be true or false; example: true")),
  CORS_ALLOWED_ORIGINS: origins(isOrigin, originMessage),
  AGENT_FRAME_ANCESTORS: origins(isFramingOrigin, frameMessage),
  AGENT_LOGIN_CLIENT_ID: v.optional(v.pipe(v.string(), v.regex(/^\S+$/, clientMessage))),
  AGENT_LOGIN_SCOPE: v.optional(v.string(), "openid call-context:read"),
  AGENT_LOGIN_PARAMS: v.optional(v.string(), ""),
  ACCOUNT_LINK: v.optional(v.pipe(v.string(), v.check(isAccountLink, accountLinkMessage))),
  AGENT_LABELS_FILE: v.optional(v.string()),
  RATE_LIMIT: v.optional(v.pipe(v.string(), understood(readRate, rateMessage))),
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
  const mistakes = [...issues.map(mistakeOf), ...mistakesBetween(set)];
  if (!success || mistakes.length > 0) throw new ConfigError(starting, mistakes);
  const jwt = jwtConfig(output);
  return {
    callContextTable: output.CALL_CONTEXT_TABLE,
    ...(jwt && { jwt }),
    iamAuth: output.IAM_AUTH === "true",
    corsAllowedOrigins: output.CORS_ALLOWED_ORIGINS ?? [],
    rate: output.RATE_LIMIT ?? usualRate,
    agent: agentConfig(output),
  };
}

function agentConfig(environment: Environment): AgentConfig {
  const { AGENT_LOGIN_CLIENT_ID: clientId, ACCOUNT_LINK: accountLink } = environment;
  const { AGENT_LOGIN_SCOPE: scope, AGENT_LOGIN_PARAMS: params } = environment;
  const { AGENT_LABELS_FILE: labelsFile } = environment;
  return {
    frameAncestors: environment.AGENT_FRAME_ANCESTORS ?? [],
    ...(clientId !== undefined && { login: { clientId, scope, params } }),
    ...(accountLink !== undefined && { accountLink }),
    ...(labelsFile !== undefined && { labelsFile }),
  };
}

function jwtConfig(environment: Environment): JwtConfig | undefined {
  const { JWT_ISSUER: issuer, JWT_AUDIENCE: audiences, JWT_JWKS_URL: jwksUrl } = environment;
  if (issuer === undefined || audiences === undefined) return undefined;
  const { JWT_SCOPE_CLAIMS: claims, JWT_SCOPE_PREFIX: prefix, JWT_SCOPES: names } = environment;
  const scopes = {
    ...(claims && { claims }),
    ...(prefix !== undefined && { prefix }),
    ...(names && { names }),
  };
  return {
    issuer,
    audiences,
    ...(jwksUrl !== undefined && { jwksUrl }),
    ...(Object.keys(scopes).length > 0 && { scopes }),
  };
}

const jwtVariables = [
  ...["JWT_ISSUER", "JWT_JWKS_URL", "JWT_AUDIENCE"],
  ...["JWT_SCOPE_CLAIMS", "JWT_SCOPE_PREFIX", "JWT_SCOPES"],
];

const loginVariables = ["AGENT_LOGIN_CLIENT_ID", "AGENT_LOGIN_SCOPE", "AGENT_LOGIN_PARAMS"];

type Variables = Readonly<Record<string, string | undefined>>;

/** What is not a mistake of one variable alone. */
function mistakesBetween(set: Variables): ConfigMistake[] {
  const isAnySet = (names: readonly string[]) => names.some((name) => Object.hasOwn(set, name));
  const isLogin = isAnySet(loginVariables);
  // A token whose issuer or audience nobody checks is anybody's, and signing in is for a token.
  const isJwt = isLogin || isAnySet(jwtVariables);
  return [
    ...missing(set, isJwt ? { JWT_ISSUER: issuerMessage, JWT_AUDIENCE: audienceMessage } : {}),
    ...missing(set, isLogin ? { AGENT_LOGIN_CLIENT_ID: clientMessage } : {}),
    ...unreachableIssuer(set),
  ];
}

function missing(set: Variables, needed: Readonly<Record<string, Message>>): ConfigMistake[] {
  return Object.entries(needed)
    .filter(([variable]) => !Object.hasOwn(set, variable))
    .map(([variable, message]) => ({ variable, problem: message({ input: "" }) }));
}

/** An issuer that is not an address, as AD FS names itself in its tokens, does not say where its keys are. */
function unreachableIssuer({ JWT_ISSUER: issuer, JWT_JWKS_URL: jwksUrl }: Variables) {
  if (issuer === undefined || jwksUrl !== undefined || isTrustworthyUrl(issuer)) return [];
  return [{ variable: "JWT_ISSUER", problem: issuerMessage({ input: issuer }) }];
}

type Message = (issue: Pick<v.BaseIssue<unknown>, "input">) => string;

function words(message: Message) {
  return v.pipe(
    v.string(),
    v.transform(commaSeparated),
    v.minLength(1, message),
    v.array(v.pipe(v.string(), v.regex(/^\S+$/, message))),
  );
}

/** What a reader makes of a text; `undefined` is a mistake. */
function understood<Read>(read: (text: string) => Read | undefined, message: Message) {
  return v.rawTransform<string, Read>(({ dataset, addIssue, NEVER }) => {
    const value = read(dataset.value);
    if (value !== undefined) return value;
    addIssue({ message: message({ input: dataset.value }) });
    return NEVER;
  });
}

function isAccountLink(text: string): boolean {
  return text.startsWith("https://") && URL.canParse(text) && text.includes("{accountId}");
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && !text.includes("*");
}

/** Whoever changes a page on its way changes what talks with ours. */
function isFramingOrigin(text: string): boolean {
  return isOrigin(text) && isTrustworthyUrl(text);
}
