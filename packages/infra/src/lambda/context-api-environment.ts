import type { ContextApiDeployment } from "../deployment/deployment.ts";

/** The variables that the context API's Lambda is started with. */
export function contextApiEnvironment(deployment: ContextApiDeployment): Record<string, string> {
  const { authorizer, allowedOrigins } = deployment;
  return {
    ...(authorizer.type === "iam" ? { IAM_AUTH: "true" } : jwtVariables(authorizer)),
    ...(allowedOrigins.length > 0 && { CORS_ALLOWED_ORIGINS: allowedOrigins.join(",") }),
  };
}

type Jwt = Extract<ContextApiDeployment["authorizer"], { type: "jwt" }>;

function jwtVariables({ issuer, audience, jwksUrl }: Jwt): Record<string, string> {
  return {
    JWT_ISSUER: issuer,
    JWT_AUDIENCE: audience,
    ...(jwksUrl !== undefined && { JWT_JWKS_URL: jwksUrl }),
  };
}
