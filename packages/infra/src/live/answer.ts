import type { ChimeSDKVoiceClient } from "@aws-sdk/client-chime-sdk-voice";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { KMS } from "@aws-sdk/client-kms";
import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { SNSClient } from "@aws-sdk/client-sns";
import type { Deployment } from "../deployment/deployment.ts";

/** The AWS SDK's clients of the deployment's Region. */
export interface Clients {
  readonly dynamoDb: DynamoDBClient;
  readonly kms: KMS;
  readonly lambda: LambdaClient;
  readonly sns: SNSClient;
  readonly voice: ChimeSDKVoiceClient;
}

/** What is not as the document has it, as AWS says now. */
export interface LiveMistake {
  /** In the deployment document, such as `sma.phoneNumbers`; or a part, such as `sma-handler`. */
  readonly place: string;
  readonly problem: string;
}

/** One thing to ask AWS of a deployment. It only looks. */
export interface Question {
  /** Where its refusal is said. */
  readonly place: string;
  ask(): Promise<readonly LiveMistake[]>;
}

/** What there is to ask of a deployment: a question each, so that one that may not be asked leaves the others. */
export type Questions = (deployment: Deployment, clients: Clients) => readonly Question[];

/** Whether a service said that there is no such thing. */
export function isNotThere(error: unknown): boolean {
  return error instanceof Error && /NotFound/.test(error.name);
}
