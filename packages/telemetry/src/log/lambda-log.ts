import { traceOfInvocation } from "../tracing/trace-of-invocation.ts";
import type { Log, LogFields, LogLevel } from "./log.ts";

const ranks: Readonly<Record<string, number>> = {
  trace: 0,
  debug: 0,
  info: 1,
  warn: 2,
  error: 3,
  fatal: 4,
  critical: 4,
  silent: 5,
};

/**
 * One JSON line each, under the names that the runbook's queries ask for; `traceId` leads to the invocation's trace in
 * X-Ray. It is handed facts and nothing else: no event, no Lambda context, no error's words.
 */
export function lambdaLog(service: string): Log {
  const { POWERTOOLS_LOG_LEVEL, AWS_LAMBDA_LOG_LEVEL } = process.env;
  const least = ranks[(POWERTOOLS_LOG_LEVEL || AWS_LAMBDA_LOG_LEVEL || "info").toLowerCase()] ?? 1;
  return (level, message, fields = {}) => {
    if (rankOf(level) < least) return;
    const timestamp = new Date().toISOString();
    const { traceId } = traceOfInvocation();
    const line = withoutEmpty({ level, message, ...fields, service, timestamp, traceId });
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
}

function rankOf(level: LogLevel): number {
  return ranks[level] ?? 1;
}

function withoutEmpty(fields: LogFields): LogFields {
  const told = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(told);
}
