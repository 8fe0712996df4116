import {
  type AwsService,
  credentialsIn,
  type Environment,
  endpointIn,
  regionIn,
} from "./aws-environment.ts";
import { type HttpAnswer, keptConnections, send } from "./send.ts";
import { signedHeaders, type UnsignedRequest } from "./sign.ts";

export interface AwsClientOptions {
  readonly service: AwsService;
  readonly environment: Environment;
  /** Epoch milliseconds; `Date.now` without it. */
  readonly now?: () => number;
}

/** One request, without the endpoint. */
export interface ServiceRequest {
  readonly method: "GET" | "POST";
  /** Path and query, such as `/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends signed requests to one service, each of them once. */
export type AwsClient = (request: ServiceRequest, signal: AbortSignal) => Promise<HttpAnswer>;

/** What AWS says of a signature whose clock is wrong. */
const skewed =
  /RequestTimeTooSkewed|RequestExpired|InvalidSignatureException|RequestInTheFuture|SignatureDoesNotMatch/;

/** A signature counts for five minutes around the service's time. */
const toleratedSkewMs = 4 * 60 * 1_000;

/**
 * A client of one service: role and endpoint as the SDK reads them, connections that stay open. Where the service says
 * that a signature's time is off, its own clock is taken, and the request, which it did not carry out, is sent again.
 */
export function awsClient({ service, environment, now = Date.now }: AwsClientOptions): AwsClient {
  const connections = keptConnections();
  const region = regionIn(environment);
  const endpoint = endpointIn(environment, service);
  let skewMs = 0;

  async function once(request: ServiceRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const { method, headers, body } = request;
    const url = under(endpoint, request.path);
    const unsigned: UnsignedRequest = { method, url, headers, body };
    const date = new Date(now() + skewMs);
    const credentials = credentialsIn(environment);
    const signing = { service: service.name, region, credentials, date };
    const signed = { ...unsigned, headers: signedHeaders(unsigned, signing) };
    return send(signed, { connections, signal });
  }

  return async (request, signal) => {
    const answer = await once(request, signal);
    if (answer.status < 400 || !skewed.test(answer.body)) return answer;
    const serverTime = Date.parse(answer.headers.date ?? "");
    if (!(Math.abs(serverTime - (now() + skewMs)) > toleratedSkewMs)) return answer;
    skewMs = serverTime - now();
    return once(request, signal);
  };
}

/** The path under the endpoint's own, if it has one. */
function under(endpoint: URL, path: string): URL {
  return new URL(endpoint.pathname.replace(/\/$/, "") + path, endpoint);
}
