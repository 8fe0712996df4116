import { expect, test } from "@jest/globals";
import { Match } from "aws-cdk-lib/assertions";
import type { TemplateJson } from "../testing/changes.ts";
import { rightsOf, roleOf } from "../testing/rights.ts";
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
    "HEAD /v1/{proxy+}": "JWT",
    "POST /v1/{proxy+}": "JWT",
    $default: "NONE",
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
    "HEAD /v1/{proxy+}": "AWS_IAM",
    "POST /v1/{proxy+}": "AWS_IAM",
    $default: "NONE",
  });
  iam.hasResourceProperties("AWS::Lambda::Function", {
    Environment: {
      Variables: Match.objectLike({ IAM_AUTH: "true", JWT_ISSUER: Match.absent() }),
    },
  });
});

/** API Gateway takes the most specific route (developer guide, "Routes for HTTP APIs"). */
function takenBy(of: typeof template, method: string, path: string): string | undefined {
  const isApi = path.startsWith("/v1/");
  const keys = isApi ? [`${method} /v1/{proxy+}`, "$default"] : ["$default"];
  return keys.map((key) => routes(of)[key]).find((authorizer) => authorizer !== undefined);
}

test.each([
  ["GET", "/v1/contexts/x", "AWS_IAM"],
  ["HEAD", "/v1/contexts/x", "AWS_IAM"],
  ["POST", "/v1/contexts:lookup", "AWS_IAM"],
  ["GET", "/v1/nowhere", "AWS_IAM"],
  // Through the open route: the Lambda refuses them, as context-api's tests say.
  ["DELETE", "/v1/contexts/x", "NONE"],
  ["PUT", "/v1/contexts/x/notes", "NONE"],
  ["OPTIONS", "/v1/contexts/x", "NONE"],
  ["GET", "/v1", "NONE"],
  ["GET", "//v1/contexts/x", "NONE"],
  ["GET", "/agent", "NONE"],
])("%s %s meets a signature check of kind %s at the gateway", (method, path, authorizer) => {
  expect(takenBy(iam, method, path)).toBe(authorizer);
});

test("requests are throttled", () => {
  template.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
    DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
  });
});

test("many refused requests ring an alarm: somebody may guess IDs", () => {
  const [alarm] = Object.values(
    template.findResources("AWS::CloudWatch::Alarm", {
      Properties: { AlarmName: "SkillCall-ContextApi-prod-ContextApiRefuses", Threshold: 100 },
    }),
  );
  const metrics = JSON.stringify(alarm?.Properties.Metrics);
  for (const part of ['"MetricName":"4xx"', '"Period":300']) expect(metrics).toContain(part);
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
  const permissions = Object.values(template.findResources("AWS::Lambda::Permission")).filter(
    ({ Properties }) => !JSON.stringify(Properties.FunctionName).includes("AuditCopier"),
  );
  expect(permissions).not.toHaveLength(0);
  for (const { Properties } of permissions) {
    expect(Properties.Principal).toBe("apigateway.amazonaws.com");
    expect(JSON.stringify(Properties.SourceArn)).toContain('"Ref":"HttpApi');
  }
});

test("audit lines go into a log of their own: a year, with a key of its own, and longer than the stack", () => {
  template.hasResource("AWS::Logs::LogGroup", {
    Properties: {
      // A name of CloudFormation's: this log stays, and the next stack makes another.
      LogGroupName: Match.absent(),
      RetentionInDays: 365,
      KmsKeyId: { "Fn::GetAtt": [Match.stringLikeRegexp("^AuditLinesKey"), "Arn"] },
    },
    DeletionPolicy: "RetainExceptOnCreate",
    UpdateReplacePolicy: "Retain",
  });
  template.hasResource("AWS::KMS::Key", {
    Properties: {
      EnableKeyRotation: true,
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Sid: "Logs",
            Principal: { Service: "logs.us-east-1.amazonaws.com" },
            Condition: {
              ArnLike: {
                "kms:EncryptionContext:aws:logs:arn": {
                  "Fn::Join": ["", Match.arrayWith([":log-group:SkillCall-ContextApi-prod-*"])],
                },
              },
            },
          }),
        ]),
      },
    },
    DeletionPolicy: "RetainExceptOnCreate",
  });
  template.hasResourceProperties("AWS::Logs::SubscriptionFilter", {
    FilterPattern: '{ $.message = "audit" }',
    LogGroupName: { Ref: Match.stringLikeRegexp("^ContextApiLogs") },
  });
});

test("what copies them may write there and nowhere else, and invoked it is by that log alone", () => {
  const { Resources } = template.toJSON() as TemplateJson;
  const [lambda = ""] = Object.keys(Resources).filter((id) => id.startsWith("AuditCopierFunction"));
  const rights = rightsOf(Resources, roleOf(Resources, lambda));
  expect(rights.map((right) => right.replace(/ on <(\w+?)[0-9A-F]{8}\..*/, " on $1"))).toEqual(
    ["AuditCopierLogs", "AuditLinesGroup"].flatMap((log) => [
      `logs:CreateLogStream on ${log}`,
      `logs:PutLogEvents on ${log}`,
    ]),
  );
  template.hasResourceProperties("AWS::Lambda::Permission", {
    FunctionName: { "Fn::GetAtt": [lambda, "Arn"] },
    Principal: "logs.amazonaws.com",
    SourceArn: { "Fn::GetAtt": [Match.stringLikeRegexp("^ContextApiLogs"), "Arn"] },
  });
});
