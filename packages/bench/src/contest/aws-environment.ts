import { localCredentials } from "@skill-call/local-dynamodb";
import { table } from "./context-item.ts";

/** What a Lambda needs to reach what stands for AWS. */
export function awsEnvironment(endpoint: string): Readonly<Record<string, string>> {
  return {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    CALL_CONTEXT_TABLE: table,
  };
}
