import {
  type Clock,
  FaultQueue,
  type Faults,
  type LoopbackEnv,
  serveOnLoopback,
  unanswered,
} from "@skill-call/emulation";
import { type Context, Hono } from "hono";
import type { Contacts } from "../instance/contacts.ts";
import type { Instance } from "../instance/instance.ts";
import { ConnectApiError, type ConnectApiErrorCode } from "./connect-api-error.ts";
import { type ConnectOperation, connectOperationsOn } from "./connect-operations.ts";

/** What may befall a request. */
export type ConnectApiFault =
  | { readonly kind: "hang" }
  | { readonly kind: "connection-reset" }
  /** The request is carried out, and its answer never arrives. */
  | { readonly kind: "answer-lost" }
  | { readonly kind: "error"; readonly code: ConnectApiErrorCode };

/** One request as the API carried it out, for observers. */
export interface ConnectExchange {
  readonly operation: ConnectOperation;
  readonly request: unknown;
  readonly answer?: unknown;
  readonly errorType?: string;
}

export interface ConnectApiOptions {
  readonly instance: Instance;
  readonly contacts: Contacts;
  readonly onExchange?: (exchange: ConnectExchange) => void;
  /** A free one without it. */
  readonly port?: number;
}

/** The Connect API over HTTP (rest-json), as the AWS SDK asks it. */
export interface ConnectApi {
  /** For `AWS_ENDPOINT_URL_CONNECT`. */
  readonly endpoint: string;
  readonly faults: Faults<ConnectApiFault, ConnectOperation>;
  close(): Promise<void>;
}

export async function startConnectApi(options: ConnectApiOptions): Promise<ConnectApi> {
  const faults = new FaultQueue<ConnectApiFault, ConnectOperation>();
  const { endpoint, close } = await serveOnLoopback(connectApi(options, faults), options.port);
  return { endpoint, faults, close };
}

function connectApi(
  options: ConnectApiOptions,
  faults: FaultQueue<ConnectApiFault, ConnectOperation>,
): Hono<LoopbackEnv> {
  const app = new Hono<LoopbackEnv>();
  const handle = handlers(options, faults);
  app.put("/contact/outbound-voice", handle("StartOutboundVoiceContact"));
  app.put("/contact/task", handle("StartTaskContact"));
  app.post("/contact/attributes", handle("UpdateContactAttributes"));
  app.get("/contact/attributes/:instanceId/:contactId", handle("GetContactAttributes"));
  app.get("/contacts/:instanceId/:contactId", handle("DescribeContact"));
  app.post("/contact/stop", handle("StopContact"));
  app.notFound((c) => {
    const what = `${c.req.method} ${c.req.path} is not emulated.`;
    return refusal(new ConnectApiError("ResourceNotFoundException", what));
  });
  return app;
}

function handlers(
  { instance, contacts, onExchange = () => {} }: ConnectApiOptions,
  faults: FaultQueue<ConnectApiFault, ConnectOperation>,
) {
  const operations = connectOperationsOn(instance, contacts);
  const rate = new RequestRate(instance.clock);

  /** @throws {ConnectApiError} when the API refuses the request */
  const carryOut = (operation: ConnectOperation, c: Context<LoopbackEnv>, body: unknown) => {
    signedRequestOnly(c);
    if (!rate.take()) throw new ConnectApiError("TooManyRequestsException", "Rate exceeded");
    return operations[operation]({ path: c.req.param(), body });
  };

  const answered = (operation: ConnectOperation, c: Context<LoopbackEnv>, body: unknown) => {
    try {
      const answer = carryOut(operation, c, body);
      onExchange({ operation, request: body, answer });
      return Response.json(answer);
    } catch (error) {
      if (!(error instanceof ConnectApiError)) throw error;
      onExchange({ operation, request: body, errorType: error.code });
      return refusal(error);
    }
  };

  return (operation: ConnectOperation) => async (c: Context<LoopbackEnv>) => {
    const fault = faults.take(operation);
    const body: unknown = await c.req.json().catch(() => undefined);
    if (!fault) return answered(operation, c, body);
    if (fault.kind === "answer-lost") answered(operation, c, body);
    else
      onExchange({ operation, request: body, ...("code" in fault && { errorType: fault.code }) });
    if (fault.kind === "error") return refusal(new ConnectApiError(fault.code, "Injected."));
    return unanswered(c, fault.kind === "hang" ? "hang" : "connection-reset");
  };
}

/** Signatures are not checked here, but a client that does not sign would fail on the first real day. */
function signedRequestOnly(c: Context<LoopbackEnv>): void {
  if (c.req.header("authorization")?.startsWith("AWS4-HMAC-SHA256 ")) return;
  throw new ConnectApiError("UnauthorizedException", "The request is not signed (SigV4).");
}

function refusal({ code, status, message }: ConnectApiError): Response {
  return Response.json({ Message: message }, { status, headers: { "x-amzn-errortype": code } });
}

/** Connect's default for these operations: 2 requests a second, 5 at once (Administrator Guide, "Quotas"). */
const perSecond = 2;
const burst = 5;

/** A bucket of requests that fills again with time. */
class RequestRate {
  readonly #clock: Clock;
  #left = burst;
  #at: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#at = clock.now();
  }

  /** Whether one more request may come. */
  take(): boolean {
    const now = this.#clock.now();
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1_000) * perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
