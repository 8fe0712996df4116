import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { Template } from "aws-cdk-lib/assertions";
import type { RoutesSourceDeployment } from "../deployment/routes-source.ts";
import { rightsOf, roleOf } from "../testing/rights.ts";
import { onlyThe, sampleDocument } from "../testing/sample-deployment.ts";
import { appOf, stacksOf } from "../testing/synthesize.ts";

const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const tableArn = "arn:aws:dynamodb:us-east-1:123456789012:table/routes";
const extensionArn =
  "arn:aws:lambda:us-east-1:027255383542:layer:AWS-AppConfig-Extension-Arm64:120";
const ids = { application: "a1b2c3d", environment: "e4f5g6h", configuration: "i7j8k9l" };

function deployed(routesSource: RoutesSourceDeployment) {
  const app = appOf(onlyThe("sma", { routesSource, canary: undefined }));
  const [stack] = stacksOf(app);
  if (stack === undefined) throw new RangeError("no stack");
  const { Resources } = Template.fromStack(stack).toJSON();
  const [id = ""] = Object.keys(Resources).filter((name) =>
    /^SmaHandlerFunction[0-9A-F]{8}$/.test(name),
  );
  const { directory } = app.synth();
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" });
  const [file = ""] = files.filter((name) => name.endsWith("routes.json"));
  return {
    environment: Resources[id].Properties.Environment.Variables,
    layers: Resources[id].Properties.Layers,
    rights: rightsOf(Resources, roleOf(Resources, id)),
    routes: JSON.parse(readFileSync(join(directory, file), "utf8")),
  };
}

test.each<[string, RoutesSourceDeployment, readonly string[]]>([
  [
    "s3://telephony/prod/routes.json",
    { type: "s3", bucket: "telephony", key: "prod/routes.json", keyArn },
    [
      "s3:GetObject on arn:<AWS::Partition>:s3:::telephony/prod/routes.json",
      `kms:Decrypt on ${keyArn}`,
    ],
  ],
  [
    "appconfig:a1b2c3d/e4f5g6h/i7j8k9l",
    { type: "appconfig", ...ids, extensionArn },
    ["appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration"].map(
      (action) =>
        `${action} on arn:<AWS::Partition>:appconfig:us-east-1:<AWS::AccountId>:application/a1b2c3d/environment/e4f5g6h/configuration/i7j8k9l`,
    ),
  ],
  [
    `dynamodb:${tableArn}/prod`,
    { type: "dynamodb", tableArn, id: "prod" },
    [`dynamodb:GetItem on ${tableArn}`],
  ],
])(
  "the Lambda is told of %s, may read it and no more, and has the deployed routes beside it",
  (name, source, rights) => {
    const made = deployed(source);
    expect(made.environment).toMatchObject({ ROUTES_SOURCE: name });
    expect(made.environment).not.toHaveProperty("ROUTES");
    expect(made.rights).toEqual(expect.arrayContaining([...rights]));
    expect(made.layers).toEqual(source.type === "appconfig" ? [extensionArn] : undefined);
    expect(made.routes).toMatchObject(sampleDocument.sma.routes);
  },
);
