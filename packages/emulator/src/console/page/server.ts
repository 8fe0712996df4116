import type { TraceEvent } from "../../trace.ts";
import type {
  AgentPageLinks,
  CallerAtDevice,
  ConsoleSetup,
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

export interface ChangeListener {
  readonly onRecords: (records: readonly CallRecord[]) => void;
  readonly onRecord: (record: CallRecord) => void;
  readonly onStep: (id: string, event: TraceEvent) => void;
  readonly onOutcome: (id: string, outcome: string) => void;
  readonly onConnection: (connected: boolean) => void;
}

/** Hears of every change; the browser connects anew by itself and is then told everything again. */
export function hearChanges(listener: ChangeListener): void {
  const source = new EventSource("/api/changes");
  const on = <Data>(name: string, take: (data: Data) => void) =>
    source.addEventListener(name, ({ data }: MessageEvent<string>) => take(JSON.parse(data)));
  on<readonly CallRecord[]>("records", listener.onRecords);
  on<{ record: CallRecord }>("record", ({ record }) => listener.onRecord(record));
  on<{ id: string; event: TraceEvent }>("step", ({ id, event }) => listener.onStep(id, event));
  on<{ id: string; outcome: string }>("outcome", ({ id, outcome }) =>
    listener.onOutcome(id, outcome),
  );
  source.addEventListener("open", () => listener.onConnection(true));
  source.addEventListener("error", () => listener.onConnection(false));
}
