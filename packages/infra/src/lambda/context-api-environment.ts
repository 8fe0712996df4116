import type { ContextApiDeployment } from "../deployment/deployment.ts";

/** The variables that the context API's Lambda is started with. */
export function contextApiEnvironment(deployment: ContextApiDeployment): Record<string, string> {
  const { authorizer, allowedOrigins, rateLimit, agentPage } = deployment;
  return setOnes({
    ...(authorizer.type === "iam" ? { IAM_AUTH: "true" } : jwtVariables(authorizer)),
    CORS_ALLOWED_ORIGINS: allowedOrigins.join(","),
    RATE_LIMIT: rateLimit && [rateLimit.rate, rateLimit.burst ?? []].flat().join("/"),
    ...agentVariables(agentPage),
  });
}

type Jwt = Extract<ContextApiDeployment["authorizer"], { type: "jwt" }>;
type Variables = Readonly<Record<string, string | undefined>>;

function jwtVariables(jwt: Jwt): Variables {
  return {
    JWT_ISSUER: jwt.issuer,
    JWT_AUDIENCE: [jwt.audience].flat().join(","),
    JWT_JWKS_URL: jwt.jwksUrl,
    JWT_SCOPE_CLAIMS: [jwt.scopeClaims ?? []].flat().join(","),
    JWT_SCOPE_PREFIX: jwt.scopePrefix,
    JWT_SCOPES: grantsOf(jwt.scopes ?? {}),
  };
}

function grantsOf(scopes: NonNullable<Jwt["scopes"]>): string {
  return Object.entries(scopes)
    .flatMap(([name, granted]) => [granted].flat().map((scope) => `${name}=${scope}`))
    .join(",");
}

function agentVariables({
  frameAncestors,
  login,
  accountLink,
}: ContextApiDeployment["agentPage"]): Variables {
  return {
    AGENT_FRAME_ANCESTORS: frameAncestors.join(","),
    AGENT_LOGIN_CLIENT_ID: login?.clientId,
    AGENT_LOGIN_SCOPE: login?.scope,
    AGENT_LOGIN_PARAMS: new URLSearchParams(login?.params).toString(),
    ACCOUNT_LINK: accountLink,
  };
}

/** A variable without a value is left out. */
function setOnes(variables: Variables): Record<string, string> {
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) {
    if (value) set[name] = value;
  }
  return set;
}
