import { expect, test } from "@jest/globals";
import { Match } from "aws-cdk-lib/assertions";
import { onlyThe, sampleDocument } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";

const { authorizer } = sampleDocument.contextApi;
const template = templateOf(onlyThe("contextApi"));
const checked = templateOf(
  onlyThe("contextApi", { authorizer: { ...authorizer, gateway: "checks" } }),
);
const iam = templateOf(
  onlyThe("contextApi", { authorizer: { type: "iam" }, domain: undefined, allowedOrigins: [] }),
);

/** The routes of an API and who may use them. */
function routes(of: typeof template): Record<string, string> {
  const found = Object.values(of.findResources("AWS::ApiGatewayV2::Route"));
  return Object.fromEntries(
    found.map(({ Properties }) => [Properties.RouteKey, Properties.AuthorizationType]),
  );
}

const openRoutes = {
  "GET /agent": "NONE",
  "GET /agent/signed-in": "NONE",
  "GET /agent/settings.json": "NONE",
  "GET /call-context.js": "NONE",
  "GET /openapi.json": "NONE",
  "GET /asyncapi.json": "NONE",
  "GET /problems/{code}": "NONE",
  "GET /health": "NONE",
};

test("every request reaches the Lambda, of any method, to any path: it decides", () => {
  expect(routes(template)).toEqual({ $default: "NONE" });
  template.resourceCountIs("AWS::ApiGatewayV2::Authorizer", 0);
  template.hasResourceProperties("AWS::ApiGatewayV2::Integration", {
    PayloadFormatVersion: "2.0",
  });
});

test("a gateway that checks asks for a token of the issuer on every way to a context", () => {
  expect(routes(checked)).toEqual({
    "GET /v1/{proxy+}": "JWT",
    "POST /v1/{proxy+}": "JWT",
    ...openRoutes,
  });
  checked.hasResourceProperties("AWS::ApiGatewayV2::Authorizer", {
    AuthorizerType: "JWT",
    IdentitySource: ["$request.header.Authorization"],
    JwtConfiguration: {
      Audience: ["call-context", "https://contexts.example.com"],
      Issuer: "https://login.example.com/",
    },
  });
});

const whatTheLambdaIsTold = {
  JWT_ISSUER: "https://login.example.com/",
  JWT_AUDIENCE: "call-context,https://contexts.example.com",
  JWT_SCOPE_CLAIMS: "scope,roles",
  JWT_SCOPE_PREFIX: "api/",
  JWT_SCOPES:
    "Contexts.Read=call-context:read,Contexts.All=call-context:read,Contexts.All=call-context:write",
  CORS_ALLOWED_ORIGINS: "https://crm.example.com",
  RATE_LIMIT: "20/120",
  AGENT_FRAME_ANCESTORS: "https://crm.example.com,https://desk.example.com",
  AGENT_LOGIN_CLIENT_ID: "agent-page",
  AGENT_LOGIN_SCOPE: "openid call-context:read",
  AGENT_LOGIN_PARAMS: "audience=https%3A%2F%2Fcontexts.example.com",
  ACCOUNT_LINK: "https://crm.example.com/accounts/{accountId}",
  CALL_CONTEXT_TABLE: Match.anyValue(),
  STAGE: "prod",
};

function environmentIn(of: typeof template): Record<string, unknown> {
  const [lambda] = Object.values(of.findResources("AWS::Lambda::Function"));
  return lambda?.Properties.Environment.Variables;
}

test("the Lambda is told all that the document says, whether the gateway checks or not", () => {
  for (const each of [template, checked]) {
    each.hasResourceProperties("AWS::Lambda::Function", {
      Environment: { Variables: whatTheLambdaIsTold },
    });
    expect(Object.keys(environmentIn(each)).sort()).toEqual(
      Object.keys(whatTheLambdaIsTold).sort(),
    );
  }
});

test("the Lambda is told nothing that the document leaves out", () => {
  const least = templateOf(
    onlyThe("contextApi", {
      authorizer: { type: "jwt", issuer: authorizer.issuer, audience: "call-context" },
      allowedOrigins: undefined,
      rateLimit: { rate: 0.5 },
      agentPage: undefined,
    }),
  );
  expect(environmentIn(least)).toEqual({
    JWT_ISSUER: "https://login.example.com/",
    JWT_AUDIENCE: "call-context",
    RATE_LIMIT: "0.5",
    CALL_CONTEXT_TABLE: expect.anything(),
    STAGE: "prod",
  });
});

test("with IAM, AWS checks the signature, and the Lambda is told so", () => {
  expect(routes(iam)).toEqual({
    "GET /v1/{proxy+}": "AWS_IAM",
    "POST /v1/{proxy+}": "AWS_IAM",
    ...openRoutes,
  });
  iam.hasResourceProperties("AWS::Lambda::Function", {
    Environment: {
      Variables: Match.objectLike({ IAM_AUTH: "true", JWT_ISSUER: Match.absent() }),
    },
  });
});

test("requests are throttled", () => {
  template.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
    DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
  });
});

test("the access log says who asked what and when, and never a path: it holds a context ID", () => {
  const [stage] = Object.values(template.findResources("AWS::ApiGatewayV2::Stage"));
  const format: string = stage?.Properties.AccessLogSettings.Format;
  expect(Object.keys(JSON.parse(format))).toEqual(
    expect.arrayContaining(["requestId", "time", "route", "status", "sourceIp"]),
  );
  expect(format).not.toMatch(/\$context\.(path|resourcePath|domainName)\b|\$request/);
});

test("the Lambda answers preflights, and a gateway that checks answers them with the Lambda's headers", () => {
  template.hasResourceProperties("AWS::ApiGatewayV2::Api", { CorsConfiguration: Match.absent() });
  iam.hasResourceProperties("AWS::ApiGatewayV2::Api", { CorsConfiguration: Match.absent() });
  checked.hasResourceProperties("AWS::ApiGatewayV2::Api", {
    CorsConfiguration: {
      AllowOrigins: ["https://crm.example.com"],
      AllowMethods: ["GET", "POST"],
      AllowHeaders: [
        "authorization",
        "content-type",
        "idempotency-key",
        "last-event-id",
        "traceparent",
        "x-request-id",
      ],
      ExposeHeaders: [
        "retry-after",
        "www-authenticate",
        "x-request-id",
        "ratelimit",
        "ratelimit-policy",
        "deprecation",
        "sunset",
        "link",
      ],
      MaxAge: 3600,
    },
  });
});

test("under a name of its own the API answers there and nowhere else", () => {
  template.hasResourceProperties("AWS::ApiGatewayV2::Api", { DisableExecuteApiEndpoint: true });
  template.hasResourceProperties("AWS::ApiGatewayV2::DomainName", {
    DomainName: "contexts.example.com",
    DomainNameConfigurations: [Match.objectLike({ SecurityPolicy: "TLS_1_2" })],
  });
  template.resourceCountIs("AWS::ApiGatewayV2::ApiMapping", 1);
  iam.resourceCountIs("AWS::ApiGatewayV2::DomainName", 0);
  iam.hasResourceProperties("AWS::ApiGatewayV2::Api", {
    DisableExecuteApiEndpoint: Match.absent(),
  });
});

test("only this API may invoke the Lambda", () => {
  const permissions = Object.values(template.findResources("AWS::Lambda::Permission"));
  expect(permissions).not.toHaveLength(0);
  for (const { Properties } of permissions) {
    expect(Properties.Principal).toBe("apigateway.amazonaws.com");
    expect(JSON.stringify(Properties.SourceArn)).toContain('"Ref":"HttpApi');
  }
});
