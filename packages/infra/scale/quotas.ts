import { defaultThrottle } from "../src/deployment/context-api-section.ts";

export interface Quota {
  readonly what: string;
  /** The default of a new account, in one Region; most can be raised. */
  readonly limit: number;
  readonly source: string;
}

/** Default quotas that a call can run into: AWS's public ones, and one of our own. */
export const quotas = {
  lambdaConcurrency: {
    what: "Lambda, executions at once in the account",
    limit: 1_000,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html",
  },
  lambdaRequests: {
    what: "Lambda, requests a second in the account (ten for each execution at once)",
    limit: 10_000,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html",
  },
  dynamoDbNewTable: {
    what: "DynamoDB, write units a second of a new on-demand table",
    limit: 4_000,
    source: "https://repost.aws/knowledge-center/on-demand-table-throttling-dynamodb",
  },
  dynamoDbTable: {
    what: "DynamoDB, write units a second of any table",
    limit: 40_000,
    source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html",
  },
  contextApiThrottle: {
    what: "Context API, requests a second (our own throttle)",
    limit: defaultThrottle.rate,
    source: "`contextApi.throttle` of the deployment document",
  },
} as const satisfies Record<string, Quota>;

export type QuotaName = keyof typeof quotas;
