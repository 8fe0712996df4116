import { expect, test } from "@jest/globals";
import { ConfigError } from "@skill-call/lambda-config";
import { readConfig } from "./config.ts";

const table = { CALL_CONTEXT_TABLE: "skill-call-contexts" };
const jwt = { JWT_ISSUER: "https://login.example.com/tenant", JWT_AUDIENCE: "call-context-api" };

const keys = { JWT_JWKS_URL: "https://login.example.com/keys" };

function mistakesOf(environment: Record<string, string | undefined>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.mistakes.map(({ variable }) => variable);
  }
  return [];
}

test("without a word about who may ask nobody may", () => {
  expect(readConfig(table)).toEqual({
    callContextTable: "skill-call-contexts",
    iamAuth: false,
    corsAllowedOrigins: [],
    rate: { perSecond: 10, burst: 60 },
    agent: { frameAncestors: [] },
  });
});

test("a whole environment becomes a config", () => {
  expect(
    readConfig({
      ...table,
      ...jwt,
      JWT_AUDIENCE: "call-context-api, https://context.example.com",
      JWT_JWKS_URL: "https://login.example.com/keys",
      JWT_SCOPE_CLAIMS: "scope,roles",
      JWT_SCOPE_PREFIX: "api/",
      JWT_SCOPES: "Contexts.Read=call-context:read, Contexts.Write=call-context:write",
      RATE_LIMIT: "900/5400",
      IAM_AUTH: "true",
      CORS_ALLOWED_ORIGINS: "https://crm.example.com, http://localhost:5173,",
      AGENT_FRAME_ANCESTORS: "https://crm.example.com",
      AGENT_LOGIN_CLIENT_ID: "agent-page",
      AGENT_LOGIN_PARAMS: "audience=x",
      ACCOUNT_LINK: "https://crm.example.com/accounts/{accountId}",
      AGENT_LABELS_FILE: "labels.json",
      PATH: "/bin",
    }),
  ).toEqual({
    callContextTable: "skill-call-contexts",
    jwt: {
      issuer: "https://login.example.com/tenant",
      audiences: ["call-context-api", "https://context.example.com"],
      jwksUrl: "https://login.example.com/keys",
      scopes: {
        claims: ["scope", "roles"],
        prefix: "api/",
        names: new Map([
          ["Contexts.Read", ["call-context:read"]],
          ["Contexts.Write", ["call-context:write"]],
        ]),
      },
    },
    iamAuth: true,
    corsAllowedOrigins: ["https://crm.example.com", "http://localhost:5173"],
    rate: { perSecond: 900, burst: 5400 },
    agent: {
      frameAncestors: ["https://crm.example.com"],
      login: { clientId: "agent-page", scope: "openid call-context:read", params: "audience=x" },
      accountLink: "https://crm.example.com/accounts/{accountId}",
      labelsFile: "labels.json",
    },
  });
});

test("an empty variable is one that is not set", () => {
  const empty = { JWT_ISSUER: "", JWT_AUDIENCE: "", IAM_AUTH: "", CORS_ALLOWED_ORIGINS: "" };
  expect(readConfig({ ...table, ...empty })).toEqual(readConfig(table));
});

test("all mistakes come at once, each with an example of a right value", () => {
  const environment = { JWT_JWKS_URL: "http://keys.example.com", IAM_AUTH: "yes" };
  expect(() => readConfig(environment)).toThrow(
    [
      "The context API cannot start, 5 mistakes in its environment:",
      "- CALL_CONTEXT_TABLE: is missing; example: skill-call-contexts",
      "- JWT_JWKS_URL: must be an https URL (http only on this machine); example: https://login.example.com/tenant/keys",
      "- IAM_AUTH: must be true or false; example: true",
      "- JWT_ISSUER: is missing; example: https://login.example.com/tenant",
      "- JWT_AUDIENCE: is missing; example: call-context-api",
    ].join("\n"),
  );
});

test.each([
  [["JWT_AUDIENCE"], { ...table, JWT_ISSUER: jwt.JWT_ISSUER }],
  [["JWT_ISSUER"], { ...table, JWT_AUDIENCE: jwt.JWT_AUDIENCE }],
  [["JWT_ISSUER"], { ...table, ...jwt, JWT_ISSUER: "login.example.com" }],
  [["JWT_ISSUER"], { ...table, ...jwt, JWT_ISSUER: "http://127.0.0.1.example.com" }],
  [["JWT_AUDIENCE"], { ...table, ...jwt, JWT_AUDIENCE: "two words" }],
  [["CALL_CONTEXT_TABLE"], { CALL_CONTEXT_TABLE: "call contexts" }],
  [["JWT_AUDIENCE"], { ...table, ...jwt, JWT_AUDIENCE: "," }],
  [["JWT_ISSUER", "JWT_AUDIENCE"], { ...table, JWT_SCOPE_PREFIX: "api/" }],
  [["JWT_SCOPE_CLAIMS"], { ...table, ...jwt, JWT_SCOPE_CLAIMS: "scope roles" }],
  [["JWT_SCOPE_PREFIX"], { ...table, ...jwt, JWT_SCOPE_PREFIX: "two words" }],
  [["JWT_SCOPES"], { ...table, ...jwt, JWT_SCOPES: "Contexts.Read=read" }],
  [["JWT_SCOPES"], { ...table, ...jwt, JWT_SCOPES: "Contexts.Read" }],
  [[], { ...table, ...jwt, JWT_ISSUER: "http://adfs.example.com/adfs/services/trust", ...keys }],
  [[], { ...table, ...jwt, JWT_ISSUER: "accounts.google.com", ...keys }],
  [["JWT_ISSUER"], { ...table, ...jwt, JWT_ISSUER: "http://adfs.example.com" }],
  [["JWT_ISSUER"], { ...table, ...jwt, JWT_ISSUER: "two words", ...keys }],
  [["AGENT_FRAME_ANCESTORS"], { ...table, AGENT_FRAME_ANCESTORS: "*" }],
  [["AGENT_FRAME_ANCESTORS"], { ...table, AGENT_FRAME_ANCESTORS: "https://*.example.com" }],
  [["AGENT_FRAME_ANCESTORS"], { ...table, AGENT_FRAME_ANCESTORS: "http://crm.example.com" }],
  [[], { ...table, AGENT_FRAME_ANCESTORS: "http://localhost:5173" }],
  [["CORS_ALLOWED_ORIGINS"], { ...table, CORS_ALLOWED_ORIGINS: "https://*.example.com" }],
  [["JWT_ISSUER", "JWT_AUDIENCE"], { ...table, AGENT_LOGIN_CLIENT_ID: "agent-page" }],
  [["AGENT_LOGIN_CLIENT_ID"], { ...table, ...jwt, AGENT_LOGIN_PARAMS: "audience=x" }],
  [["ACCOUNT_LINK"], { ...table, ACCOUNT_LINK: "https://crm.example.com" }],
  [["ACCOUNT_LINK"], { ...table, ACCOUNT_LINK: "javascript:alert({accountId})" }],
  [["RATE_LIMIT"], { ...table, RATE_LIMIT: "0" }],
  [["RATE_LIMIT"], { ...table, RATE_LIMIT: "ten" }],
  [["RATE_LIMIT"], { ...table, RATE_LIMIT: "10/0" }],
  [[], { ...table, RATE_LIMIT: "0.5" }],
  [["CORS_ALLOWED_ORIGINS"], { ...table, CORS_ALLOWED_ORIGINS: "*" }],
  [["CORS_ALLOWED_ORIGINS"], { ...table, CORS_ALLOWED_ORIGINS: "https://crm.example.com/" }],
  [[], { ...table, ...jwt, JWT_ISSUER: "http://127.0.0.1:8080" }],
])("%j is what is wrong with %j", (variables, environment) => {
  expect(mistakesOf(environment)).toEqual(variables);
});
