import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore } from "@skill-call/call-context";
import {
  callContextStoreConformance,
  callHistoryConformance,
} from "@skill-call/call-context/testing";

/** The store's own suites over a table; the SDK finds it by AWS_ENDPOINT_URL_DYNAMODB. */
async function passes() {
  const client = new DynamoDBClient({ region: "local" });
  const cases: (() => Promise<void>)[] = [];
  const suite = {
    test: (_: string, run: () => Promise<void>) => cases.push(run),
    createStore: (settings: { clock: () => number; ttlSeconds: number }) =>
      createCallContextStore({ client, tableName: "call-contexts", ...settings }),
  };
  callContextStoreConformance(suite);
  callHistoryConformance(suite);
  for (const run of cases) await run();
  client.destroy();
  return cases.length;
}

passes().then((count) => process.stdout.write(String(count)));
