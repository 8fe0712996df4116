import type { CallRecords } from "@skill-call/call-console";
import type { SmaTraceEvent } from "../sma-trace.ts";
import { callOutcome } from "./call-outcome.ts";
import { callTitle } from "./call-title.ts";

const endings: ReadonlySet<SmaTraceEvent["kind"]> = new Set(["call.refused", "call.over"]);

/** Records each call by itself, however many are on at once. */
export class CallRecorder {
  readonly #records: CallRecords;
  /** TransactionIds of the calls that are on. */
  readonly #live = new Set<string>();

  constructor(records: CallRecords) {
    this.#records = records;
  }

  /** A step of no call, or of one that is kept no longer, is not recorded. */
  add(event: SmaTraceEvent): void {
    const id = callOfStep(event) ?? this.#onlyCall(event);
    if (id === undefined) return;
    this.#begin(id, event);
    this.#records.add(id, event);
    if (endings.has(event.kind)) this.#end(id);
  }

  /** A request to the meetings API names no call; while one alone is on, it is that one's. */
  #onlyCall({ kind }: SmaTraceEvent): string | undefined {
    const [only, another] = this.#live;
    return kind === "meetings.request" && another === undefined ? only : undefined;
  }

  #begin(id: string, event: SmaTraceEvent): void {
    const title = callTitle(event);
    if (title === undefined || this.#records.find(id)) return;
    this.#live.add(id);
    this.#records.begin({ id, title });
  }

  #end(id: string): void {
    this.#live.delete(id);
    this.#records.end(id, callOutcome(this.#records.find(id)?.events ?? []));
  }
}

/** A request to the voice API as the story tells it, as far as it names a call. */
interface VoiceRequestDetail {
  readonly request: { readonly transactionId: string };
  readonly answer?: {
    readonly body?: { readonly SipMediaApplicationCall?: { readonly TransactionId: string } };
  };
}

/** The TransactionId of the call that a step says it is of. */
function callOfStep({ transactionId, kind, detail }: SmaTraceEvent): string | undefined {
  if (transactionId !== undefined || kind !== "voice.request") return transactionId;
  const { request, answer } = detail as VoiceRequestDetail;
  return (
    answer?.body?.SipMediaApplicationCall?.TransactionId ?? (request.transactionId || undefined)
  );
}
