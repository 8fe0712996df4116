import * as v from "valibot";
import { arn, keyArn, text } from "./formats.ts";

const bucket = text(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "the name of a bucket", "telephony");

const objectKey = text(/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/, "a key in it", "prod/routes.json");

/** Of AWS AppConfig: names may change, and rights are given to IDs. */
const appConfigId = text(/^[a-z0-9]{4,7}$/, "an ID of AWS AppConfig", "a1b2c3d");

const itemId = text(/^[\w.-]{1,255}$/, "the ID of an item", "prod");

const problem = 'must have one of the types "s3", "appconfig", "dynamodb"';

/** Where routes are kept that take effect without a deployment; the section's own `routes` serve until they could be read. */
export const routesSource = v.variant(
  "type",
  [
    v.strictObject({
      type: v.literal("s3"),
      /** In the stack's Region. */
      bucket,
      key: objectKey,
      /** Where objects are encrypted with a key of one's own. */
      keyArn: v.optional(keyArn),
    }),
    v.strictObject({
      type: v.literal("appconfig"),
      application: appConfigId,
      environment: appConfigId,
      configuration: appConfigId,
      /** Of AppConfig's agent for arm64, in the stack's Region, as its user guide lists them. */
      extensionArn: arn(
        "lambda",
        "the layer of AppConfig's agent",
        "layer:AWS-AppConfig-Extension-Arm64:120",
      ),
    }),
    v.strictObject({
      type: v.literal("dynamodb"),
      /** With the partition key `id`; the document is the item's `document`. */
      tableArn: arn("dynamodb", "a DynamoDB table", "table/routes"),
      id: itemId,
      keyArn: v.optional(keyArn),
    }),
  ],
  problem,
);

export type RoutesSourceDeployment = v.InferOutput<typeof routesSource>;
