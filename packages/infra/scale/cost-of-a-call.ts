import {
  type CallProfile,
  callProfile,
  type LambdaProfile,
  lambdaLogBytes,
  lineBytes,
  memoryGb,
} from "./call-profile.ts";
import { prices } from "./prices.ts";

export interface CostLine {
  readonly what: string;
  /** How much of it one call takes, in words. */
  readonly amount: string;
  /** US dollars. */
  readonly dollars: number;
}

const bytesPerGb = 1e9;

/** The sum of something over the three Lambdas. */
export function perCall(
  of: (lambda: LambdaProfile) => number,
  profile: CallProfile = callProfile,
): number {
  return Object.values(profile).reduce((sum, lambda) => sum + of(lambda), 0);
}

/** What one call costs, but for telephony. */
export function costOfACall(profile: CallProfile = callProfile): readonly CostLine[] {
  const invocations = perCall((lambda) => lambda.invocations, profile);
  const seconds = perCall(billedSeconds, profile);
  const writes = perCall((lambda) => lambda.writes, profile);
  const reads = perCall((lambda) => lambda.reads, profile);
  const { invocations: requests } = profile.contextApi;
  return [
    line("Lambda requests", `${invocations}`, invocations * prices.lambdaRequest.dollars),
    line(
      "Lambda time",
      `${round(seconds * memoryGb, 3)} GB-seconds`,
      seconds * memoryGb * prices.lambdaGbSecond.dollars,
    ),
    line("DynamoDB writes", `${writes}`, writes * prices.dynamoDbWrite.dollars),
    line("DynamoDB reads", `${reads}`, reads * prices.dynamoDbRead.dollars),
    line("HTTP API requests", `${requests}`, requests * prices.httpApiRequest.dollars),
    logLine("Lambda's own log lines", invocations * lambdaLogBytes),
    logLine("Our log lines", perCall(({ logLines }) => logLines, profile) * lineBytes.log),
    logLine(
      "Metrics, as log lines",
      perCall(({ metricLines }) => metricLines, profile) * lineBytes.metric,
    ),
  ];
}

/**
 * How many of a second's invocations X-Ray traces at most, each a trace of its own, since nothing before the Lambdas
 * decides: one of each Lambda, and one in twenty of the others.
 */
export function tracesASecond(callsPerSecond: number): number {
  return perCall(({ invocations }) => {
    const all = callsPerSecond * invocations;
    const first = Math.min(all, 1);
    return first + (all - first) / 20;
  });
}

export function total(lines: readonly CostLine[]): number {
  return lines.reduce((sum, { dollars }) => sum + dollars, 0);
}

function billedSeconds({ invocations, milliseconds }: LambdaProfile): number {
  return (invocations * milliseconds) / 1000;
}

function logLine(what: string, bytes: number): CostLine {
  const kilobytes = `${round(bytes / 1000, 1)} kB`;
  return line(what, kilobytes, (bytes / bytesPerGb) * prices.logGigabyte.dollars);
}

function line(what: string, amount: string, dollars: number): CostLine {
  return { what, amount, dollars };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
