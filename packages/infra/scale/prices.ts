export interface Price {
  readonly what: string;
  /** US dollars for one unit. */
  readonly dollars: number;
  readonly unit: string;
  readonly source: string;
  /** When the source was read, or says it was. */
  readonly date: string;
}

/** Public prices of us-east-1, without free tiers and discounts. */
export const prices = {
  lambdaRequest: {
    what: "Lambda, a request",
    dollars: 0.2e-6,
    unit: "request",
    source: "https://aws.amazon.com/lambda/pricing/",
    date: "November 2026, second-hand: the page draws its numbers in the browser",
  },
  lambdaGbSecond: {
    what: "Lambda, arm64, first tier",
    dollars: 0.0000133334,
    unit: "GB-second",
    source: "https://aws.amazon.com/lambda/pricing/",
    date: "November 2026, second-hand: the page draws its numbers in the browser",
  },
  dynamoDbWrite: {
    what: "DynamoDB on-demand, a write of up to 1 KB",
    dollars: 0.625e-6,
    unit: "write request unit",
    source: "https://airbyte.com/data-engineering-resources/dynamodb-pricing",
    date: "July 2025, after the cut by half of November 2024",
  },
  dynamoDbRead: {
    what: "DynamoDB on-demand, a strongly consistent read of up to 4 KB",
    dollars: 0.125e-6,
    unit: "read request unit",
    source: "https://airbyte.com/data-engineering-resources/dynamodb-pricing",
    date: "July 2025, after the cut by half of November 2024",
  },
  httpApiRequest: {
    what: "API Gateway HTTP API, first tier",
    dollars: 1e-6,
    unit: "request",
    source: "https://aws.amazon.com/api-gateway/pricing/",
    date: "September 2026, from the page's worked examples",
  },
  logGigabyte: {
    what: "CloudWatch Logs, taken in",
    dollars: 0.5,
    unit: "GB",
    source: "https://aws.amazon.com/cloudwatch/pricing/",
    date: "November 2026, second-hand: the page draws its numbers in the browser",
  },
  trace: {
    what: "X-Ray, a trace recorded",
    dollars: 5e-6,
    unit: "trace",
    source: "https://aws.amazon.com/xray/pricing/",
    date: "November 2026, from the page's worked examples, as a search engine kept it",
  },
} as const satisfies Record<string, Price>;
