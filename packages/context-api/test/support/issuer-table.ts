/** One way in which an identity provider issues tokens, and what to set for it. */
export interface IssuerRow {
  /** As the README's table names it. */
  readonly name: string;
  readonly alg: "RS256" | "ES256" | "PS256";
  /** What is read of the OpenID configuration, as the provider publishes it. */
  readonly discovery: { readonly issuer: string; readonly jwks_uri: string };
  /** Beside `JWT_ISSUER`. */
  readonly settings: Readonly<Record<string, string>>;
  /** The claims of a token that may read, beside `iss`, `iat`, `nbf` and `exp`. */
  readonly claims: Readonly<Record<string, unknown>>;
}

const tenant = "7b0c5f0e-93a4-4f2f-9a51-6f0f6e0d9a11";
const application = "c1b2a3d4-1111-4222-8333-944455556666";
const agent = "f1f0c2b4-58aa-4d2f-8f5e-2f6f3f0b7a55";

const cognito = {
  issuer: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1Cd2Ef3",
  jwks_uri: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1Cd2Ef3/.well-known/jwks.json",
};
const entraV2 = {
  issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
  jwks_uri: `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`,
};
const entraV1 = {
  issuer: `https://sts.windows.net/${tenant}/`,
  jwks_uri: "https://login.microsoftonline.com/common/discovery/keys",
};
const auth0 = {
  issuer: "https://example.us.auth0.com/",
  jwks_uri: "https://example.us.auth0.com/.well-known/jwks.json",
};
const keycloak = {
  issuer: "https://sso.example.com/realms/contact-centre",
  jwks_uri: "https://sso.example.com/realms/contact-centre/protocol/openid-connect/certs",
};

/** What every issuer of the README's table was seen to publish and to sign. */
export const issuerTable: readonly IssuerRow[] = [
  {
    name: "Amazon Cognito, machine",
    alg: "RS256",
    discovery: cognito,
    settings: { JWT_AUDIENCE: "1example23456789" },
    claims: {
      sub: "1example23456789",
      client_id: "1example23456789",
      token_use: "access",
      scope: "call-context-api/call-context:read",
      version: 2,
    },
  },
  {
    name: "Amazon Cognito, agent",
    alg: "RS256",
    discovery: cognito,
    settings: { JWT_AUDIENCE: "1example23456789" },
    claims: {
      sub: agent,
      "cognito:groups": ["agents"],
      client_id: "1example23456789",
      token_use: "access",
      scope: "openid https://context.example.com/call-context:read",
      username: agent,
    },
  },
  {
    name: "Entra ID v2, agent",
    alg: "RS256",
    discovery: entraV2,
    settings: { JWT_AUDIENCE: application, JWT_SCOPES: "Contexts.Read=call-context:read" },
    claims: {
      aud: application,
      azp: agent,
      scp: "Contexts.Read",
      sub: "x",
      tid: tenant,
      ver: "2.0",
    },
  },
  {
    name: "Entra ID v2, application",
    alg: "RS256",
    discovery: entraV2,
    settings: { JWT_AUDIENCE: application, JWT_SCOPES: "Contexts.Read=call-context:read" },
    claims: { aud: application, azp: agent, oid: agent, sub: agent, roles: ["Contexts.Read"] },
  },
  {
    name: "Entra ID v1",
    alg: "RS256",
    discovery: entraV1,
    settings: {
      JWT_AUDIENCE: `api://${application}`,
      JWT_SCOPES: "Contexts.Read=call-context:read",
    },
    claims: { aud: `api://${application}`, appid: agent, roles: ["Contexts.Read"], ver: "1.0" },
  },
  {
    name: "Auth0, RBAC",
    alg: "RS256",
    discovery: auth0,
    settings: { JWT_AUDIENCE: "https://context.example.com" },
    claims: {
      sub: "auth0|5f7c8ec7c33c6c004bbafe82",
      aud: ["https://context.example.com", "https://example.us.auth0.com/userinfo"],
      azp: "my-client",
      scope: "openid profile",
      permissions: ["call-context:read"],
    },
  },
  {
    name: "Auth0, machine",
    alg: "RS256",
    discovery: auth0,
    settings: { JWT_AUDIENCE: "https://context.example.com" },
    claims: {
      sub: "my-client@clients",
      aud: "https://context.example.com",
      azp: "my-client",
      gty: "client-credentials",
      scope: "call-context:read",
    },
  },
  {
    name: "Keycloak, realm roles",
    alg: "RS256",
    discovery: keycloak,
    settings: { JWT_AUDIENCE: "call-context-api" },
    claims: {
      aud: ["call-context-api", "account"],
      sub: agent,
      typ: "Bearer",
      azp: "crm",
      realm_access: { roles: ["offline_access", "call-context:read"] },
      scope: "email profile",
    },
  },
  {
    name: "Keycloak, client roles",
    alg: "PS256",
    discovery: keycloak,
    settings: { JWT_AUDIENCE: "call-context-api" },
    claims: {
      // A lightweight access token: no sub.
      aud: "call-context-api",
      typ: "Bearer",
      azp: "crm",
      resource_access: { "call-context-api": { roles: ["call-context:read"] } },
    },
  },
  {
    name: "Okta",
    alg: "RS256",
    discovery: {
      issuer: "https://example.okta.com/oauth2/default",
      jwks_uri: "https://example.okta.com/oauth2/default/v1/keys",
    },
    settings: { JWT_AUDIENCE: "api://default" },
    claims: {
      aud: "api://default",
      cid: "0oa1b2c3d4",
      scp: ["call-context:read"],
      sub: "0oa1b2c3d4",
      ver: 1,
    },
  },
  {
    name: "Google, service account",
    alg: "RS256",
    discovery: {
      issuer: "https://accounts.google.com",
      jwks_uri: "https://www.googleapis.com/oauth2/v3/certs",
    },
    settings: {
      JWT_AUDIENCE: "https://context.example.com",
      JWT_SCOPE_CLAIMS: "email",
      JWT_SCOPES: "crm@my-project.iam.gserviceaccount.com=call-context:read",
    },
    claims: {
      aud: "https://context.example.com",
      azp: "113774264463038321964",
      email: "crm@my-project.iam.gserviceaccount.com",
      email_verified: true,
      sub: "113774264463038321964",
    },
  },
  {
    name: "PingOne",
    alg: "RS256",
    discovery: {
      issuer: `https://auth.pingone.com/${tenant}/as`,
      jwks_uri: `https://auth.pingone.com/${tenant}/as/jwks`,
    },
    settings: { JWT_AUDIENCE: "call-context-api" },
    claims: {
      aud: ["call-context-api"],
      client_id: "crm",
      scope: "call-context:read",
      env: tenant,
    },
  },
  {
    name: "PingFederate",
    alg: "ES256",
    discovery: {
      issuer: "https://sso.example.com:9031",
      jwks_uri: "https://sso.example.com:9031/pf/JWKS",
    },
    settings: { JWT_AUDIENCE: "call-context-api" },
    claims: { aud: "call-context-api", client_id: "crm", scope: ["call-context:read", "openid"] },
  },
  {
    name: "Zitadel",
    alg: "RS256",
    discovery: {
      issuer: "https://example.zitadel.cloud",
      jwks_uri: "https://example.zitadel.cloud/oauth/v2/keys",
    },
    settings: {
      JWT_AUDIENCE: "260283001871646753",
      JWT_SCOPE_CLAIMS: "urn:zitadel:iam:org:project:roles",
    },
    claims: {
      aud: ["260283001871646753"],
      sub: "260283001871646754",
      "urn:zitadel:iam:org:project:roles": {
        "call-context:read": { "260283001871646755": "example.zitadel.cloud" },
      },
    },
  },
];
