import type { Exchange } from "@skill-call/local-dynamodb";
import { accessKeyIds } from "../lambdas/lambda-environments.ts";
import type { LaptopLane, LaptopTraceEvent } from "./laptop-trace.ts";

type TableUser = Extract<
  LaptopLane,
  "skill" | "sma-handler" | "connect-handler" | "contact-centre"
>;

const holders: Readonly<Record<string, TableUser>> = {
  [accessKeyIds.skill]: "skill",
  [accessKeyIds.smaHandler]: "sma-handler",
  [accessKeyIds.connectHandler]: "connect-handler",
  [accessKeyIds.contactCentre]: "contact-centre",
};

/** Who holds an access key, in the call's story. */
export function partyOf(accessKeyId: string | undefined): TableUser | undefined {
  return accessKeyId === undefined ? undefined : holders[accessKeyId];
}

/** A request to the call context table as an arrow; nothing where none of the call's parties asked. */
export function tableArrow(exchange: Exchange): Omit<LaptopTraceEvent, "at"> | undefined {
  const { operation, outcome, accessKeyId, durationMs, input, output } = exchange;
  const from = partyOf(accessKeyId);
  if (!from) return undefined;
  const label = outcome === "ok" ? operation : `${operation}: ${outcome}`;
  return {
    from,
    to: "call-context-table",
    kind: "table.request",
    label,
    durationMs,
    detail: { operation, outcome, input, ...(output !== undefined && { output }) },
  };
}
