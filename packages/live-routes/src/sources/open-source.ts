import type { Environment } from "@skill-call/aws-request";
import type { RouteSource } from "../route-source.ts";
import type { SourceName } from "../source-name.ts";
import { appConfigSource } from "./app-config-source.ts";
import { dynamoDbSource } from "./dynamo-db-source.ts";
import { s3Source } from "./s3-source.ts";

/**
 * The source of a name; Region, endpoints and credentials by the SDK's own variables.
 * @throws {Error} where the environment has no Region
 */
export function openSource(name: SourceName, environment: Environment): RouteSource {
  switch (name.kind) {
    case "s3":
      return s3Source(name, environment);
    case "appconfig":
      return appConfigSource(name, environment);
    case "dynamodb":
      return dynamoDbSource(name, environment);
  }
}
