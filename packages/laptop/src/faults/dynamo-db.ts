import { always, type NamedFault } from "./named-fault.ts";

export const dynamoDbFaults: readonly NamedFault[] = [
  {
    name: "dynamodb-throttled",
    sentence: "DynamoDB throttles every request.",
    arm: ({ faults }) => faults.dynamoDb.add({ kind: "throttle", times: always }),
  },
  {
    name: "dynamodb-throttled-once",
    sentence: "DynamoDB throttles one request; the AWS SDK's retry goes through.",
    arm: ({ faults }) => faults.dynamoDb.add({ kind: "throttle" }),
  },
  {
    name: "dynamodb-down",
    sentence: "DynamoDB answers every request with an internal server error.",
    arm: ({ faults }) => faults.dynamoDb.add({ kind: "internal-server-error", times: always }),
  },
  {
    name: "dynamodb-hung",
    sentence: "DynamoDB takes every request and never answers.",
    arm: ({ faults }) => faults.dynamoDb.add({ kind: "hang", times: always }),
  },
  {
    name: "dynamodb-slow",
    sentence: "DynamoDB answers each request after 800 ms.",
    arm: ({ faults }) => faults.dynamoDb.add({ kind: "delay", delayMs: 800, times: always }),
  },
  {
    name: "dynamodb-answer-lost",
    sentence: "DynamoDB carries one request out, but its answer is lost; the AWS SDK asks again.",
    arm: ({ faults }) => faults.dynamoDb.add({ kind: "answer-lost" }),
  },
];
