import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore } from "@skill-call/call-context";
import { createAuthenticate } from "./access/authenticate.ts";
import { RateLimiter, usualRate } from "./access/rate-limiter.ts";
import page from "./agent-page/browser/agent.page.html";
import type { Config } from "./config/config.ts";
import type { Pace } from "./live/snapshots.ts";
import { jsonLog } from "./log/log.ts";
import type { Ports } from "./ports.ts";
import { systemClock as clock } from "./time/clock.ts";

export interface PortsOptions {
  readonly pace: Pace;
  readonly write: (line: string) => void;
}

/** The real ports: DynamoDB, the issuer's keys, the system's clock. */
export function createPorts(config: Config, { pace, write }: PortsOptions): Ports {
  const client = new DynamoDBClient({});
  return {
    store: createCallContextStore({ client, tableName: config.callContextTable }),
    authenticate: createAuthenticate(config, { clock }),
    limiter: new RateLimiter(usualRate, clock),
    clock,
    log: jsonLog(write),
    page,
    pace,
  };
}
