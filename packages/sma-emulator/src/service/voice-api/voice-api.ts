import type { LoopbackEnv } from "@skill-call/emulation";
import { unanswered } from "@skill-call/emulation";
import { type Context, Hono } from "hono";
import { VoiceApiError } from "./voice-api-error.ts";
import type { VoiceApiFault } from "./voice-api-faults.ts";
import {
  type CallService,
  type VoiceAnswer,
  type VoiceOperation,
  type VoiceRequest,
  voiceOperationsOn,
} from "./voice-operations.ts";

/** One request as the API carried it out, for observers. */
export interface VoiceExchange {
  readonly operation: VoiceOperation;
  readonly request: VoiceRequest;
  /** What became of it; absent where an injected fault left the request unheard. */
  readonly answer?: VoiceAnswer | VoiceRefusal;
  readonly fault?: VoiceApiFault;
}

export interface VoiceRefusal extends VoiceAnswer {
  /** Goes into the `x-amzn-errortype` header. */
  readonly errorType: string;
}

export interface VoiceApiPorts {
  readonly service: CallService;
  /** A fresh UUID, for request IDs. */
  readonly newId: () => string;
  /** The fault that shall befall this request, if any. */
  readonly takeFault: (operation: VoiceOperation) => VoiceApiFault | undefined;
  readonly onExchange: (exchange: VoiceExchange) => void;
}

/** The two operations of the Amazon Chime SDK voice API that concern calls (rest-json). */
export function voiceApi(ports: VoiceApiPorts): Hono<LoopbackEnv> {
  const app = new Hono<LoopbackEnv>();
  const calls = "/sip-media-applications/:sipMediaApplicationId/calls";
  app.post(calls, handlerOf("CreateSipMediaApplicationCall", ports));
  app.post(`${calls}/:transactionId`, handlerOf("UpdateSipMediaApplicationCall", ports));
  app.notFound((c) => {
    const what = `${c.req.method} ${c.req.path} is not emulated.`;
    return response(refusal(new VoiceApiError("NotFoundException", what)), ports.newId());
  });
  return app;
}

function handlerOf(operation: VoiceOperation, ports: VoiceApiPorts) {
  const operations = voiceOperationsOn(ports.service);

  return async (c: Context<LoopbackEnv>) => {
    const fault = ports.takeFault(operation);
    const request = await requestOf(c);
    const tell = (answer?: VoiceAnswer | VoiceRefusal) =>
      ports.onExchange({ operation, request, ...(answer && { answer }), ...(fault && { fault }) });

    if (fault?.kind === "hang" || fault?.kind === "connection-reset") {
      tell();
      return unanswered(c, fault.kind);
    }
    const answer = answered(() => {
      if (fault?.kind === "error") throw new VoiceApiError(fault.code, "Injected.");
      signedRequestOnly(c);
      return operations[operation](request);
    });
    tell(answer);
    return fault?.kind === "answer-lost"
      ? unanswered(c, "connection-reset")
      : response(answer, ports.newId());
  };
}

async function requestOf(c: Context<LoopbackEnv>): Promise<VoiceRequest> {
  const { sipMediaApplicationId = "", transactionId = "" } = c.req.param() as Record<
    string,
    string
  >;
  const body: unknown = await c.req.json().catch(() => undefined);
  return { sipMediaApplicationId, transactionId, body };
}

/** Signatures are not checked here, but a client that does not sign would fail on the first real day. */
function signedRequestOnly(c: Context<LoopbackEnv>): void {
  if (c.req.header("authorization")?.startsWith("AWS4-HMAC-SHA256 ")) return;
  throw new VoiceApiError("UnauthorizedClientException", "The request is not signed (SigV4).");
}

function answered(run: () => VoiceAnswer): VoiceAnswer | VoiceRefusal {
  try {
    return run();
  } catch (error) {
    if (error instanceof VoiceApiError) return refusal(error);
    throw error;
  }
}

function refusal({ code, status, message }: VoiceApiError): VoiceRefusal {
  const body = { Code: code.replace(/Exception$/, ""), Message: message };
  return { status, errorType: code, body };
}

function response(answer: VoiceAnswer | VoiceRefusal, requestId: string): Response {
  const headers = { "content-type": "application/json", "x-amzn-requestid": requestId };
  const errorType = "errorType" in answer ? { "x-amzn-errortype": answer.errorType } : {};
  return new Response(JSON.stringify(answer.body), {
    status: answer.status,
    headers: { ...headers, ...errorType },
  });
}
