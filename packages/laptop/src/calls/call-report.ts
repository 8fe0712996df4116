import type { OfferedField } from "@skill-call/call-console";
import type { Answered } from "../answering/callees.ts";
import type { LaptopTraceEvent } from "../story/laptop-trace.ts";

/**
 * `connected`: caller and callee are on the line. `announced`: the caller heard what to do, and no more.
 * `refused`: the call was never answered. `unanswered`: in a callback, the caller did not answer. `silent`: the
 * caller was on the line and heard nothing, which must not be. `abandoned`: the caller hung up before anything.
 */
export type CallOutcome =
  | "connected"
  | "announced"
  | "refused"
  | "unanswered"
  | "abandoned"
  | "silent";

/** Where a call ended up. */
export interface ReachedDestination {
  readonly type: "voice-connector" | "pstn" | "meeting" | "queue";
  /** User part of the Request-URI, E.164 number, meeting ID, or the name of a queue. */
  readonly to: string;
}

/** A call, from what really happened. */
export interface CallReport {
  readonly transactionId: string;
  readonly outcome: CallOutcome;
  readonly contextId?: string;
  readonly destination?: ReachedDestination;
  readonly agentSees?: object;
  /** What was said into the call. */
  readonly heard: readonly string[];
  /** Why the call was refused, where the SMA Lambda gave no answer. */
  readonly lambdaFailure?: string;
  /** How the call was refused, where it was. */
  readonly refused?: { readonly sipCode: number; readonly reason: string };
  /** Legs that nobody hung up: they would be billed until somebody does. */
  readonly legsLeftUp: number;
  readonly tableRequests: TableRequests;
  readonly events: readonly LaptopTraceEvent[];
  /** What the call form adds to a call context, and what of it is masked. */
  readonly fields: readonly OfferedField[];
}

/** Requests to the call context table, by who made them. */
export interface TableRequests {
  readonly skill: number;
  /** The SMA handler, or the Connect handler in its place. */
  readonly smaHandler: number;
}

export interface CallFacts {
  readonly transactionId: string;
  readonly contextId?: string | undefined;
  readonly answered?: Answered | undefined;
  readonly legsLeftUp: number;
  readonly fields: readonly OfferedField[];
  /** The story of this call and of nothing else. */
  readonly events: readonly LaptopTraceEvent[];
}

export function callReport(facts: CallFacts): CallReport {
  const { transactionId, contextId, answered, legsLeftUp, events, fields } = facts;
  const heard = events.filter(isKind("leg.speech")).map(saidText);
  const refused = events.find(isKind("call.refused"))?.detail as CallReport["refused"];
  return {
    transactionId,
    outcome: outcomeOf({ answered, heard, events }),
    ...(contextId !== undefined && { contextId }),
    ...(answered && { destination: destinationOf(answered), agentSees: answered.agentSees }),
    heard,
    ...(refused && { refused, ...lambdaFailureIn(events) }),
    legsLeftUp,
    tableRequests: {
      skill: tableRequestsBy("skill", events),
      smaHandler:
        tableRequestsBy("sma-handler", events) + tableRequestsBy("connect-handler", events),
    },
    events,
    fields,
  };
}

function outcomeOf(call: {
  readonly answered: Answered | undefined;
  readonly heard: readonly string[];
  readonly events: readonly LaptopTraceEvent[];
}): CallOutcome {
  if (call.answered) return "connected";
  if (call.heard.length > 0) return "announced";
  if (call.events.some(isKind("call.refused"))) return "refused";
  if (call.events.some(isKind("call.hung-up"))) return "abandoned";
  return call.events.some(isCallerOnTheLine) ? "silent" : "unanswered";
}

function lambdaFailureIn(
  events: readonly LaptopTraceEvent[],
): Pick<CallReport, "lambdaFailure"> | undefined {
  const failure = events.findLast(isKind("sma.failed"))?.detail;
  if (!failure) return undefined;
  const { errorType, message } = failure as {
    readonly errorType: string;
    readonly message: string;
  };
  return { lambdaFailure: `${errorType}: ${message}` };
}

/** The caller was answered, or answered their own phone. */
export function isCallerOnTheLine({ kind, from }: LaptopTraceEvent): boolean {
  return kind === "call.answered" || (kind === "leg.answered" && from === "caller");
}

function destinationOf({ kind, to }: Answered): ReachedDestination {
  switch (kind) {
    case "contact-centre":
      return { type: "voice-connector", to };
    case "meeting":
    case "queue":
      return { type: kind, to };
    default:
      return { type: "pstn", to };
  }
}

function tableRequestsBy(
  party: LaptopTraceEvent["from"],
  events: readonly LaptopTraceEvent[],
): number {
  return events.filter((event) => event.kind === "table.request" && event.from === party).length;
}

function saidText({ detail }: LaptopTraceEvent): string {
  const { text, textType } = detail as { readonly text: string; readonly textType: string };
  return textType === "ssml" ? text.replaceAll(/<[^<>]*>/g, "").trim() : text;
}

function isKind(kind: LaptopTraceEvent["kind"]): (event: LaptopTraceEvent) => boolean {
  return (event) => event.kind === kind;
}
