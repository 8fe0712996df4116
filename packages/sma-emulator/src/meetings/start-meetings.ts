import { randomUUID } from "node:crypto";
import type { Clock } from "@skill-call/emulation";
import { FaultQueue, serveOnLoopback, waited } from "@skill-call/emulation";
import type { SmaLane, SmaTrace } from "../sma-trace.ts";
import type { MeetingEvent } from "./meeting-event.ts";
import type { JoinRequest, MeetingJoins } from "./meeting-joins.ts";
import { MeetingRegistry } from "./meeting-registry.ts";
import { type ApiExchange, meetingsApi } from "./meetings-api.ts";
import type { MeetingsFault, MeetingsFaults } from "./meetings-faults.ts";
import type { MeetingsOperation } from "./operations.ts";

export interface MeetingsOptions {
  readonly clock: Clock;
  readonly trace: SmaTrace;
  readonly newId?: () => string;
  /** A free one without it. */
  readonly port?: number;
  /** Who holds an access key, for the call's story; the SMA handler without it. */
  readonly partyOf?: (accessKeyId: string | undefined) => SmaLane;
}

/** The emulated meetings service: its API, the way in, and its events. */
export interface Meetings extends MeetingJoins {
  /** For `AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS`. */
  readonly endpoint: string;
  readonly faults: MeetingsFaults;
  /** Hands on what the service would put on the account's event bus; the answer ends that. */
  onEvent(listener: (event: MeetingEvent) => void): () => void;
  /** How many meetings live. */
  size(): number;
  close(): Promise<void>;
}

export async function startMeetings(options: MeetingsOptions): Promise<Meetings> {
  const { clock, trace, newId = randomUUID, partyOf = () => "sma-handler" } = options;
  const faults = new FaultQueue<MeetingsFault, MeetingsOperation>();
  const listeners = new Set<(event: MeetingEvent) => void>();
  const publish = (event: MeetingEvent) => {
    for (const listener of listeners) listener(event);
  };
  const registry = new MeetingRegistry({ clock, newId, publish });
  const closing = new AbortController();
  const server = await serveOnLoopback(
    meetingsApi({
      registry,
      newId,
      now: clock.now,
      takeFault: (operation) => faults.take(operation),
      wait: async (ms) => void (await waited({ clock, ms, signal: closing.signal })),
      onExchange: (exchange) =>
        trace({ from: partyOf(exchange.accessKeyId), ...apiArrow(exchange) }),
    }),
    options.port,
  );
  return {
    endpoint: server.endpoint,
    faults,
    join: (request: JoinRequest) => registry.join(request),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    size: () => registry.size,
    close: async () => {
      closing.abort();
      registry.endAll();
      await server.close();
    },
  };
}

function apiArrow(exchange: ApiExchange) {
  const { operation, answer, fault, durationMs } = exchange;
  const outcome = answer?.errorType ?? fault?.kind;
  return {
    to: "meetings",
    kind: "meetings.request",
    label: outcome ? `${operation}: ${outcome}` : operation,
    durationMs,
    detail: exchange,
  } as const;
}
