import { expect, test } from "@jest/globals";
import { sourceNameIn } from "./source-name.ts";

const tableArn = "arn:aws:dynamodb:us-east-1:123456789012:table/routes";

test.each<[string, ReturnType<typeof sourceNameIn>]>([
  ["s3://telephony/routes.json", { kind: "s3", bucket: "telephony", key: "routes.json" }],
  ["s3://a.b-1/prod/v_2/routes.json", { kind: "s3", bucket: "a.b-1", key: "prod/v_2/routes.json" }],
  [
    "appconfig:skill-call/prod/routes",
    {
      kind: "appconfig",
      application: "skill-call",
      environment: "prod",
      configuration: "routes",
    },
  ],
  ["dynamodb:routes/prod", { kind: "dynamodb", table: "routes", id: "prod" }],
  [`dynamodb:${tableArn}/prod`, { kind: "dynamodb", table: tableArn, id: "prod" }],
])("%s is a source", (text, source) => {
  expect(sourceNameIn(text)).toEqual(source);
});

test.each([
  "",
  "file:routes.json",
  "s3://telephony",
  "s3://telephony/",
  "s3://Telephony/routes.json",
  "s3://telephony//routes.json",
  "s3://telephony/../other/routes.json",
  "s3://telephony/routes.json?versionId=1",
  "appconfig:skill-call/prod",
  "appconfig:skill-call/prod/routes/x",
  "appconfig:../prod/ro utes",
  "dynamodb:routes",
  "dynamodb:ro utes/prod",
  "https://example.com/routes.json",
])("%j is none", (text) => {
  expect(sourceNameIn(text)).toBeUndefined();
});
