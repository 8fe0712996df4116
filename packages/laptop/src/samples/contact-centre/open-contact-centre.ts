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
}

export interface OpenContactCentre extends ContactCentre {
  close(): Promise<void>;
}

/** A contact centre at the call context table, with credentials of its own. */
export function openContactCentre(options: OpenContactCentreOptions): OpenContactCentre {
  const { endpoint, region, accessKeyId, tableName, now } = options;
  const client = new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey: "local" },
  });
  const store = createCallContextStore({
    client,
    tableName,
    clock: now,
  });
  return {
    ...createContactCentre({ store, now }),
    close: async () => client.destroy(),
  };
}
