import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { type ILayerVersion, LayerVersion } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { RoutesSourceDeployment } from "../deployment/routes-source.ts";

/** A source as `ROUTES_SOURCE` names it. */
export function routesSourceName(source: RoutesSourceDeployment): string {
  switch (source.type) {
    case "s3":
      return `s3://${source.bucket}/${source.key}`;
    case "appconfig":
      return `appconfig:${source.application}/${source.environment}/${source.configuration}`;
    case "dynamodb":
      return `dynamodb:${source.tableArn}/${source.id}`;
  }
}

/** The right to read this document, and no other. */
export function routesSourceRights(
  scope: Construct,
  source: RoutesSourceDeployment,
): PolicyStatement[] {
  const { partition, region, account } = Stack.of(scope);
  switch (source.type) {
    case "s3": {
      const resources = [`arn:${partition}:s3:::${source.bucket}/${source.key}`];
      const reading = new PolicyStatement({ sid: "Routes", actions: ["s3:GetObject"], resources });
      return [reading, ...keyRights(source.keyArn, `s3.${region}.amazonaws.com`)];
    }
    case "appconfig": {
      const { application, environment, configuration } = source;
      const name = `application/${application}/environment/${environment}/configuration/${configuration}`;
      return [
        new PolicyStatement({
          sid: "Routes",
          actions: ["appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration"],
          resources: [`arn:${partition}:appconfig:${region}:${account}:${name}`],
        }),
      ];
    }
    case "dynamodb":
      return [
        new PolicyStatement({
          sid: "Routes",
          actions: ["dynamodb:GetItem"],
          resources: [source.tableArn],
          conditions: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": [source.id] } },
        }),
        ...keyRights(source.keyArn, `dynamodb.${region}.amazonaws.com`),
      ];
  }
}

function keyRights(keyArn: string | undefined, service: string): PolicyStatement[] {
  if (keyArn === undefined) return [];
  return [
    new PolicyStatement({
      sid: "RoutesKey",
      actions: ["kms:Decrypt"],
      resources: [keyArn],
      conditions: { StringEquals: { "kms:ViaService": service } },
    }),
  ];
}

/** What has to run beside the Lambda: AppConfig's agent, which hands the document out. */
export function routesSourceLayers(
  scope: Construct,
  source: RoutesSourceDeployment,
): ILayerVersion[] {
  if (source.type !== "appconfig") return [];
  return [LayerVersion.fromLayerVersionArn(scope, "AppConfigAgent", source.extensionArn)];
}
