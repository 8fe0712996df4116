import { LogFormatter, Logger, LogItem } from "@aws-lambda-powertools/logger";
import type { LogAttributes, UnformattedAttributes } from "@aws-lambda-powertools/logger/types";
import type { Log } from "./log.ts";

/** Powertools' logger, for facts only: it is handed no event, no Lambda context and no error, so it can leak none. */
export function powertoolsLog(serviceName: string): Log {
  const logger = new Logger({ serviceName, logFormatter: new FactsFirst() });
  return (level, message, fields = {}) => logger[level](message, fields);
}

/** The names that CloudWatch Logs Insights queries ask for; `traceId` leads to the invocation's trace in X-Ray. */
class FactsFirst extends LogFormatter {
  override formatAttributes(line: UnformattedAttributes, facts: LogAttributes): LogItem {
    const { logLevel, message, serviceName, timestamp, xRayTraceId } = line;
    const attributes = {
      level: logLevel.toLowerCase(),
      message,
      ...facts,
      service: serviceName,
      timestamp: timestamp.toISOString(),
      traceId: xRayTraceId,
    };
    return new LogItem({ attributes });
  }
}
