import type { ItemClient } from "@skill-call/call-context";
import type { FaultName } from "../chance/faults.ts";
import { dynamoDbFaults } from "./faults-of-services.ts";
import type { Network } from "./network.ts";
import type { Sandbox } from "./sandbox.ts";
import type { ContextTable } from "./table.ts";

export interface ItemsOverNetwork {
  readonly sandbox: Sandbox;
  readonly network: Network;
  readonly table: ContextTable;
  readonly killed: FaultName;
  /** Whether no call waits for it: its requests are not counted. */
  readonly isBesides?: boolean;
}

/** The store's way to its table: one attempt at one request, over a network that loses some. */
export function itemsOverNetwork(options: ItemsOverNetwork): ItemClient {
  const { sandbox, network, table, killed, isBesides = false } = options;
  const faults = dynamoDbFaults(killed);
  const request = <T>(operation: string, signal: AbortSignal, perform: () => T) => {
    if (!isBesides) sandbox.call.requests.push({ service: "dynamodb", operation });
    return network.request({ sandbox, service: "dynamodb", signal, perform, faults });
  };
  return {
    get: (input, signal) => request("GetItem", signal, () => table.get(input)),
    put: (input, signal) => request("PutItem", signal, () => table.put(input)),
    update: (input, signal) => request("UpdateItem", signal, () => table.update(input)),
  };
}
