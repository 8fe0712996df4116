// What `pnpm run doctor --live` asks of AWS: `node dist/ask-aws.mjs <deployment document>`. It looks, and changes nothing.
import { ChimeSDKVoiceClient } from "@aws-sdk/client-chime-sdk-voice";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMS } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SNSClient } from "@aws-sdk/client-sns";
import { soundPartOf } from "../deployment/deployment.ts";
import { readDocument } from "../deployment/read-deployment.ts";
import { askAws } from "../live/ask-aws.ts";

/** Whoever looks waits for it. */
const requestHandler = {
  connectionTimeout: 3_000,
  requestTimeout: 10_000,
  throwOnRequestTimeout: true,
};

const [path = ""] = process.argv.slice(2);
const deployment = soundPartOf(readDocument(path));
process.stdout.write(JSON.stringify(deployment ? await said(deployment) : { mistakes: [] }));

async function said(deployment: NonNullable<ReturnType<typeof soundPartOf>>) {
  const { region } = deployment;
  const settings = { region, requestHandler };
  try {
    const mistakes = await askAws(deployment, {
      dynamoDb: new DynamoDBClient(settings),
      kms: new KMS(settings),
      lambda: new LambdaClient(settings),
      sns: new SNSClient(settings),
      voice: new ChimeSDKVoiceClient(settings),
    });
    return { mistakes };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { problem: `${error.name}: ${error.message}` };
  }
}
