import { randomUUID } from "node:crypto";
import { FaultQueue, serveOnLoopback } from "@skill-call/emulation";
import type { SmaTrace } from "../../sma-trace.ts";
import { type VoiceExchange, voiceApi } from "./voice-api.ts";
import type { VoiceApiFault, VoiceApiFaults } from "./voice-api-faults.ts";
import type { CallService, VoiceOperation } from "./voice-operations.ts";

export interface VoiceApiOptions {
  readonly service: CallService;
  readonly trace: SmaTrace;
  readonly newId?: () => string;
  /** A free one without it. */
  readonly port?: number;
}

/** CreateSipMediaApplicationCall and UpdateSipMediaApplicationCall over HTTP. */
export interface VoiceApi {
  /** For `AWS_ENDPOINT_URL_CHIME_SDK_VOICE`. */
  readonly endpoint: string;
  readonly faults: VoiceApiFaults;
  close(): Promise<void>;
}

export async function startVoiceApi(options: VoiceApiOptions): Promise<VoiceApi> {
  const faults = new FaultQueue<VoiceApiFault, VoiceOperation>();
  const { endpoint, close } = await serveOnLoopback(
    voiceApi({
      service: options.service,
      newId: options.newId ?? randomUUID,
      takeFault: (operation) => faults.take(operation),
      onExchange: (exchange) => options.trace(apiArrow(exchange)),
    }),
    options.port,
  );
  return { endpoint, faults, close };
}

function apiArrow(exchange: VoiceExchange) {
  const { operation, answer, fault } = exchange;
  const error = answer && "errorType" in answer ? answer.errorType : fault?.kind;
  return {
    from: "skill",
    to: "pstn-audio",
    kind: "voice.request",
    label: error ? `${operation}: ${error}` : operation,
    detail: exchange,
  } as const;
}
