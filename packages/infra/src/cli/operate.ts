// `pnpm operate <command>`: what the runbook asks for, on what is deployed.
import { fileURLToPath } from "node:url";
import { ChimeSDKVoiceClient } from "@aws-sdk/client-chime-sdk-voice";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMS } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { runCommand } from "@skill-call/terminal";
import { program } from "../operate/program.ts";
import { reportRefusal } from "../operate/refusal.ts";

// The clients would advise a newer Node at every start; the README says which Node is needed.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

const document = fileURLToPath(new URL("../deployment.json", import.meta.url));

await runCommand({
  moduleUrl: import.meta.url,
  report: reportRefusal,
  command: (output) =>
    program({
      output,
      document,
      clientsIn: (region) => ({
        lambda: new LambdaClient({ region }),
        voice: new ChimeSDKVoiceClient({ region }),
        dynamoDb: new DynamoDBClient({ region }),
        kms: new KMS({ region }),
      }),
    }),
});
