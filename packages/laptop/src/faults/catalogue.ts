import { alexaFaults } from "./alexa.ts";
import { callFaults } from "./call.ts";
import { calleeFaults } from "./callees.ts";
import { connectFaults } from "./connect.ts";
import { destinationServiceFaults } from "./destination-service.ts";
import { dynamoDbFaults } from "./dynamo-db.ts";
import { meetingsFaults } from "./meetings.ts";
import type { NamedFault } from "./named-fault.ts";
import { skillFaults } from "./skill.ts";
import { smaHandlerFaults } from "./sma-handler.ts";

/** From the SIP media application on: what can fail in any call. */
const faultsOfAnyCall: readonly NamedFault[] = [
  ...dynamoDbFaults,
  ...destinationServiceFaults,
  ...meetingsFaults,
  ...calleeFaults,
  ...smaHandlerFaults,
];

/** What can be made to fail in a call that is placed straight at the SIP media application. */
export const faultsOfCalls: readonly NamedFault[] = [...callFaults, ...faultsOfAnyCall];

/** What can be made to fail from the first word to Alexa on. */
export const faultsOfConversations: readonly NamedFault[] = [
  ...alexaFaults,
  ...skillFaults,
  ...connectFaults,
  ...faultsOfAnyCall,
];
