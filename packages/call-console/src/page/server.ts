import type { TraceEvent } from "@skill-call/emulation/trace";
import type {
  AgentPageLinks,
  CallerAtDevice,
  ConsoleSetup,
  DeliveryFaultPlan,
  OutboundCall,
  Reply,
  StraightCall,
} from "../console-messages.ts";
import type { CallRecord } from "../record/call-record.ts";
/** What the console's server can be asked for; a refusal is an error that says why. */
export const server = {
  setup: (): Promise<ConsoleSetup> => ask("GET", "/api/setup"),
  converse: (caller: CallerAtDevice): Promise<void> => ask("POST", "/api/conversation", caller),
  say: (text: string): Promise<Reply> => ask("POST", "/api/utterance", { text }),
  place: (call: StraightCall): Promise<void> => ask("POST", "/api/call", call),
  chooseFaults: (names: readonly string[]): Promise<void> => ask("PUT", "/api/faults", { names }),
  hangUp: (who: "caller" | "callee"): Promise<void> => ask("POST", "/api/hang-up", { who }),
  agentPage: (contextId: string): Promise<AgentPageLinks> =>
    ask("POST", "/api/agent-page", { contextId }),
  placeOutbound: (call: OutboundCall): Promise<void> => ask("POST", "/api/outbound-call", call),
  breakOff: (transactionId: string): Promise<void> =>
    ask("POST", "/api/break-off", { transactionId }),
  chooseDeliveryFaults: (faults: readonly DeliveryFaultPlan[]): Promise<void> =>
    ask("PUT", "/api/delivery-faults", { faults }),
};

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  const answer = response.status === 204 ? undefined : await response.json();
  if (!response.ok) throw new Error(answer?.message ?? "The console's server refused.");
  return answer;
}

/** The server that keeps the calls. */
export interface CallKeeper {
  replaceAll(records: readonly CallRecord[]): void;
  begin(record: CallRecord): void;
  add(id: string, event: TraceEvent): void;
  end(id: string, outcome: string): void;
  drop(id: string): void;
}

export interface ChangeListener {
  readonly calls: CallKeeper;
  readonly onConnection: (connected: boolean) => void;
  readonly onFaults?: (planned: readonly DeliveryFaultPlan[]) => void;
}

interface Step {
  readonly id: string;
  readonly event: TraceEvent;
}

interface Outcome {
  readonly id: string;
  readonly outcome: string;
}

/** Hears of every change; the browser connects anew by itself and is then told everything again. */
export function hearChanges({ calls, onConnection, onFaults }: ChangeListener): void {
  const source = new EventSource("/api/changes");
  const on = <Data>(name: string, take: (data: Data) => void) =>
    source.addEventListener(name, ({ data }: MessageEvent<string>) => take(JSON.parse(data)));
  on<{ records: readonly CallRecord[] }>("records", ({ records }) => calls.replaceAll(records));
  on<{ record: CallRecord }>("record", ({ record }) => calls.begin(record));
  on<Step>("step", ({ id, event }) => calls.add(id, event));
  on<Outcome>("outcome", ({ id, outcome }) => calls.end(id, outcome));
  on<{ id: string }>("dropped", ({ id }) => calls.drop(id));
  on<{ faults: readonly DeliveryFaultPlan[] }>("faults", ({ faults }) => onFaults?.(faults));
  source.addEventListener("open", () => onConnection(true));
  source.addEventListener("error", () => onConnection(false));
}
