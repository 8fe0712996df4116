import { expect, test } from "@jest/globals";
import { Match } from "aws-cdk-lib/assertions";
import { onlyThe } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";

const template = templateOf(onlyThe("contextApi"));
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

test("every way to a context asks for a token of the issuer", () => {
  expect(routes(template)).toEqual({
    "GET /v1/{proxy+}": "JWT",
    "POST /v1/{proxy+}": "JWT",
    "GET /agent": "NONE",
    "GET /openapi.json": "NONE",
  });
  template.hasResourceProperties("AWS::ApiGatewayV2::Authorizer", {
    AuthorizerType: "JWT",
    IdentitySource: ["$request.header.Authorization"],
    JwtConfiguration: { Audience: ["call-context"], Issuer: "https://login.example.com/" },
  });
});

test("the Lambda checks the token once more, by its own configuration", () => {
  template.hasResourceProperties("AWS::Lambda::Function", {
    Environment: {
      Variables: {
        JWT_ISSUER: "https://login.example.com/",
        JWT_AUDIENCE: "call-context",
        CORS_ALLOWED_ORIGINS: "https://crm.example.com",
        CALL_CONTEXT_TABLE: Match.anyValue(),
        STAGE: "prod",
      },
    },
  });
});

test("with IAM, AWS checks the signature, and the Lambda is told so", () => {
  expect(routes(iam)).toMatchObject({
    "GET /v1/{proxy+}": "AWS_IAM",
    "POST /v1/{proxy+}": "AWS_IAM",
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

test("only the named origins may ask from a browser, and nobody where none is named", () => {
  template.hasResourceProperties("AWS::ApiGatewayV2::Api", {
    CorsConfiguration: {
      AllowOrigins: ["https://crm.example.com"],
      AllowMethods: ["GET", "POST"],
      AllowHeaders: ["authorization", "content-type"],
      ExposeHeaders: ["retry-after"],
      MaxAge: 3600,
    },
  });
  iam.hasResourceProperties("AWS::ApiGatewayV2::Api", { CorsConfiguration: Match.absent() });
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
