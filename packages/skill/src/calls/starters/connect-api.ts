import { createHash } from "node:crypto";
import { failureKindOf, HttpFailure, type HttpFailureKind } from "../../http/http-failure.ts";
import type { HttpRequest, SendHttp } from "../../http/send-http.ts";
import { CallFailure, type CallFailureCode } from "../call-failure.ts";
import type { CallToStart } from "../call-starter.ts";

/** Signs a request for Amazon Connect; everything but its signal is signed. */
export type SignRequest = (request: HttpRequest) => Promise<HttpRequest>;

/** What of Amazon Connect every starter needs. */
export interface ConnectApi {
  readonly send: SendHttp;
  readonly sign: SignRequest;
  /** Such as `https://connect.us-east-1.amazonaws.com`. */
  readonly endpoint: string;
  readonly instanceId: string;
  readonly flowId: string;
  /** Where agents see who calls: the agent's page of the context API. With it a contact has a link to its context. */
  readonly agentPageUrl?: string;
}

export interface ConnectPut {
  readonly path: "/contact/outbound-voice" | "/contact/task";
  readonly body: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}

/** The errors of both operations (API reference), and those that any may answer. */
const codes: Readonly<Record<string, CallFailureCode>> = {
  DestinationNotAllowedException: "connect.destination-not-allowed",
  OutboundContactNotPermittedException: "connect.not-permitted",
  LimitExceededException: "connect.limit-exceeded",
  ServiceQuotaExceededException: "connect.quota-exceeded",
  TooManyRequestsException: "connect.throttled",
  ThrottlingException: "connect.throttled",
  InvalidParameterException: "connect.invalid-parameter",
  InvalidRequestException: "connect.invalid-request",
  ResourceNotFoundException: "connect.not-found",
  InternalServiceException: "connect.unavailable",
};

/** Where the error has no name that is known here, its status says what it is. */
const codesByKind: Readonly<Record<HttpFailureKind, CallFailureCode>> = {
  "bad-request": "connect.invalid-request",
  "bad-token": "connect.access-denied",
  "access-denied": "connect.access-denied",
  "not-found": "connect.not-found",
  throttled: "connect.throttled",
  unavailable: "connect.unavailable",
  timeout: "connect.timeout",
  "connection-lost": "connect.connection-lost",
};

/**
 * Asks Amazon Connect for a contact, with one request.
 * @throws {CallFailure} when it made none, or may not have
 */
export async function putContact(
  api: ConnectApi,
  { path, body, signal }: ConnectPut,
): Promise<void> {
  const request: HttpRequest = {
    method: "PUT",
    url: `${api.endpoint}${path}`,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ InstanceId: api.instanceId, ContactFlowId: api.flowId, ...body }),
    signal,
  };
  try {
    const { status, headers } = await api.send(await api.sign(request));
    if (status >= 200 && status < 300) return;
    // The name may have a namespace behind it: `LimitExceededException:http://…`.
    const name = headers["x-amzn-errortype"]?.split(":")[0] ?? "";
    throw new CallFailure(codes[name] ?? codesByKind[failureKindOf(status)], { status });
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    throw new CallFailure(codesByKind[error.kind], { cause: error });
  }
}

/** What Amazon Connect keeps of a call for 24 months: the reason, the way to the context, and nothing personal. */
export function contactDetails(
  { agentPageUrl }: ConnectApi,
  { contextId, attributes }: Pick<CallToStart, "contextId" | "attributes">,
): Readonly<Record<string, unknown>> {
  return {
    ClientToken: clientToken(contextId),
    Attributes: { ...attributes, contextId },
    ...(agentPageUrl !== undefined && { References: linkTo(`${agentPageUrl}#${contextId}`) }),
  };
}

/** A link in the Contact Control Panel (API reference, Reference); browsers send no server what is behind the `#`. */
function linkTo(url: string) {
  return { "Call context": { Type: "URL", Value: url } };
}

/** The same for the same context, so that a request that is asked again starts nothing twice; no key to the context. */
function clientToken(contextId: string): string {
  return createHash("sha256").update(contextId).digest("hex");
}
