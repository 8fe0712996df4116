import { callFaults } from "./call.ts";
import { calleeFaults } from "./callees.ts";
import { destinationServiceFaults } from "./destination-service.ts";
import { dynamoDbFaults } from "./dynamo-db.ts";
import { meetingsFaults } from "./meetings.ts";
import type { NamedFault } from "./named-fault.ts";
import { smaHandlerFaults } from "./sma-handler.ts";

/** Everything that can be made to fail on purpose. */
export const namedFaults: readonly NamedFault[] = [
  ...callFaults,
  ...dynamoDbFaults,
  ...destinationServiceFaults,
  ...meetingsFaults,
  ...calleeFaults,
  ...smaHandlerFaults,
];

export function namedFault(name: string): NamedFault | undefined {
  return namedFaults.find((fault) => fault.name === name);
}
