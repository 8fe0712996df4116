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
  /** How long a context lives that is handed over; the store's own default without it. */
  readonly ttlSeconds?: number;
}

export interface OpenContactCentre extends ContactCentre {
  close(): Promise<void>;
}

/** A contact centre at the call context table, with credentials of its own. */
export function openContactCentre(options: OpenContactCentreOptions): OpenContactCentre {
  const { endpoint, region, accessKeyId, tableName, now, ttlSeconds } = options;
  const client = new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey: "local" },
  });
  const store = createCallContextStore({
    client,
    tableName,
    clock: now,
    ...(ttlSeconds !== undefined && { ttlSeconds }),
  });
  return {
    ...createContactCentre({ store, now }),
    close: async () => client.destroy(),
  };
}
