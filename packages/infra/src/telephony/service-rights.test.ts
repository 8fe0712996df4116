import { expect, test } from "@jest/globals";
import { AwsSolutionsChecks } from "cdk-nag";
import { grants, type Resources, rightsOf, roleOf } from "../testing/rights.ts";
import { onlyThe, sampleDocument } from "../testing/sample-deployment.ts";
import { appOf, templateOf } from "../testing/synthesize.ts";

const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:branches-AbCdEf";

function deploymentTo(...services: object[]) {
  const to = services.map((service) => ({ type: "pstn", ...service }));
  const [number] = sampleDocument.sma.routes.otherwise;
  const routes = { rules: [{ when: { reason: "sales" }, to }], otherwise: [number] };
  return onlyThe("sma", { routes });
}

/** What the handler's role may do because of its destination services. */
function rightsFor(...services: object[]): readonly string[] {
  const { Resources } = templateOf(deploymentTo(...services)).toJSON() as { Resources: Resources };
  const lambda = Object.keys(Resources).find((id) => /^SmaHandlerFunction[0-9A-F]{8}$/.test(id));
  const rights = rightsOf(Resources, roleOf(Resources, lambda ?? ""));
  return rights.filter((right) => /^(secretsmanager|execute-api|lambda):/.test(right));
}

const signed = (destinationService: string) => ({ destinationService, auth: "sigv4" });
const invoke = (region: string, name: string) =>
  `execute-api:Invoke on arn:<AWS::Partition>:execute-api:${region}:<AWS::AccountId>:${name}`;

test("a service that asks nobody who calls needs no right, nor does a number", () => {
  expect(rightsFor({ destinationService: "https://branches.example.com/closest" })).toEqual([]);
  expect(rightsFor({ number: "+12045550101" })).toEqual([]);
});

test("a secret may be read, and no other; twice the same is one right", () => {
  const service = {
    destinationService: "https://branches.example.com/closest",
    auth: { headerFromSecret: secret },
  };
  expect(rightsFor(service, { ...service, allow: { countries: ["US"] } })).toEqual([
    `secretsmanager:GetSecretValue on ${secret}`,
  ]);
});

test.each([
  [
    "https://a1b2c3d4e5.execute-api.us-west-2.amazonaws.com/prod/branches/closest?by=distance",
    [
      invoke("us-west-2", "a1b2c3d4e5/prod/POST/branches/closest"),
      invoke("us-west-2", "a1b2c3d4e5/$default/POST/prod/branches/closest"),
    ],
  ],
  [
    "https://a1b2c3d4e5-vpce-0123456789abcdef0.execute-api.us-east-1.amazonaws.com/prod/closest",
    [
      invoke("us-east-1", "a1b2c3d4e5/prod/POST/closest"),
      invoke("us-east-1", "a1b2c3d4e5/$default/POST/prod/closest"),
    ],
  ],
  [
    "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
    [invoke("us-east-1", "a1b2c3d4e5/$default/POST/")],
  ],
  [
    "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/prod/*",
    [
      invoke("us-east-1", "a1b2c3d4e5/prod/POST/?"),
      invoke("us-east-1", "a1b2c3d4e5/$default/POST/prod/?"),
    ],
  ],
  [
    "https://branches.example.com/v1/closest",
    [invoke("us-east-1", "*/*/POST/v1/closest"), invoke("us-east-1", "*/*/POST/closest")],
  ],
  [
    "https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-west-2.on.aws/",
    [
      "lambda:InvokeFunctionUrl on arn:<AWS::Partition>:lambda:us-west-2:<AWS::AccountId>:function:*",
      "lambda:InvokeFunction on arn:<AWS::Partition>:lambda:us-west-2:<AWS::AccountId>:function:*",
    ],
  ],
  ["http://localhost:8080/closest", []],
])("a signed request to %s needs just this", (url, rights) => {
  expect(rightsFor(signed(url))).toEqual(rights);
});

test("functions are invoked by their URLs only, with a signature", () => {
  const url = "https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws/";
  const roles = templateOf(deploymentTo(signed(url))).findResources("AWS::IAM::Role");
  const statements = Object.values(roles).flatMap(
    ({ Properties }) => Properties.Policies?.[0]?.PolicyDocument.Statement ?? [],
  );
  const conditionOf = (action: string) =>
    statements.filter(
      (statement) => statement.Action === action && grants(statement).join().includes("function:*"),
    )[0]?.Condition;
  expect(conditionOf("lambda:InvokeFunctionUrl")).toEqual({
    StringEquals: { "lambda:FunctionUrlAuthType": "AWS_IAM" },
  });
  expect(conditionOf("lambda:InvokeFunction")).toEqual({
    Bool: { "lambda:InvokedViaFunctionUrl": "true" },
  });
});

test("every wildcard among these rights is explained", () => {
  const app = appOf(
    deploymentTo(
      signed("https://branches.example.com/v1/closest"),
      signed("https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-west-2.on.aws/"),
      signed("https://a1b2c3d4e5.execute-api.us-west-2.amazonaws.com/prod/closest"),
    ),
  );
  expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
});
