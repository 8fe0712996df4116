import { DestinationServiceError, MeetingsError } from "@skill-call/sma-handler/parts";
import type { FaultName } from "../chance/faults.ts";
import type { RequestFaults } from "./network.ts";

/** What befalls the requests to DynamoDB; its errors are told by name, as the store does. */
export function dynamoDbFaults(killed: FaultName): RequestFaults {
  return {
    killed,
    lost: "dynamodb-lost",
    slow: "dynamodb-slow",
    refused: {
      "dynamodb-throttled": () => awsError("ProvisionedThroughputExceededException", 400),
      "dynamodb-failing": () => awsError("InternalServerError", 500),
    },
    answerLost: ["dynamodb-answer-lost", () => new Error("socket hang up")],
  };
}

export function meetingsFaults(operation: string): RequestFaults {
  return {
    killed: "handler-killed",
    lost: "meetings-lost",
    slow: "meetings-slow",
    refused: { "meetings-refused": () => new MeetingsError(operation) },
    answerLost: ["meetings-answer-lost", () => new MeetingsError(operation)],
  };
}

export const destinationServiceFaults: RequestFaults = {
  killed: "handler-killed",
  lost: "service-lost",
  slow: "service-slow",
  refused: { "service-refused": () => new DestinationServiceError("answered 503") },
};

function awsError(name: string, httpStatusCode: number): Error {
  return Object.assign(new Error("The request was refused"), {
    name,
    $metadata: { httpStatusCode },
  });
}
