import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore } from "@skill-call/call-context";
import { type ContactCentre, createContactCentre } from "./contact-centre.ts";

export interface OpenContactCentreOptions {
  /** Of DynamoDB. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly tableName: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How many times longer than in AWS an answer may take. */
  readonly timesSlower: number;
}

/** Milliseconds; in AWS an answer takes some ten. */
const [requestMs, attemptMs] = [2000, 400];

export interface OpenContactCentre extends ContactCentre {
  close(): Promise<void>;
}

/** A contact centre at the call context table, with credentials of its own. */
export function openContactCentre(options: OpenContactCentreOptions): OpenContactCentre {
  const { endpoint, region, accessKeyId, tableName, now, timesSlower } = options;
  const client = new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey: "local" },
  });
  const store = createCallContextStore({
    client,
    tableName,
    clock: now,
    requestTimeoutMs: requestMs * timesSlower,
    attemptTimeoutMs: attemptMs * timesSlower,
  });
  return {
    ...createContactCentre({ store, now }),
    close: async () => client.destroy(),
  };
}
