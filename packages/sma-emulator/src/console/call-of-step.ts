import type { SmaTraceEvent } from "../sma-trace.ts";

/** A request to the voice API as the story tells it, as far as it names a call. */
interface VoiceRequestDetail {
  readonly request: { readonly transactionId: string };
  readonly answer?: {
    readonly body?: { readonly SipMediaApplicationCall?: { readonly TransactionId: string } };
  };
}

/** The TransactionId of the call that a step says it is of. */
export function callOfStep({ transactionId, kind, detail }: SmaTraceEvent): string | undefined {
  if (transactionId !== undefined || kind !== "voice.request") return transactionId;
  const { request, answer } = detail as VoiceRequestDetail;
  return (
    answer?.body?.SipMediaApplicationCall?.TransactionId ?? (request.transactionId || undefined)
  );
}
