import type { IncomingHttpHeaders } from "node:http";
import { localCredentials } from "./local-credentials.ts";

/** A request of DynamoDB's JSON protocol. */
export interface WireRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const contentType = "application/x-amz-json-1.0";

/** What is passed on of a client's request: all but how it was framed on its own connection. */
export function received(headers: IncomingHttpHeaders, body: string): WireRequest {
  const { connection, "transfer-encoding": framing, ...kept } = headers;
  return { headers: kept, body };
}

/** The operation that a request asks for: `DynamoDB_20120810.PutItem` names PutItem. */
export function operationOf({ headers }: Pick<WireRequest, "headers">): string {
  return String(headers["x-amz-target"] ?? "").replace(/^.*\./, "") || "unknown";
}

/** A request that no client library made. dynalite looks at the form of the signature only. */
export function wireRequest(operation: string, input: object): WireRequest {
  const credential = `${localCredentials.accessKeyId}/20000101/local/dynamodb/aws4_request`;
  return {
    headers: {
      "content-type": contentType,
      "x-amz-target": `DynamoDB_20120810.${operation}`,
      "x-amz-date": "20000101T000000Z",
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=none`,
    },
    body: JSON.stringify(input),
  };
}

/** An answer in the form of DynamoDB's own errors. */
export function errorAnswer(status: number, type: string, message: string): WireAnswer {
  const body = { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message };
  return jsonAnswer(status, body);
}

export function jsonAnswer(status: number, body: object): WireAnswer {
  return { status, headers: { "content-type": contentType }, body: JSON.stringify(body) };
}

/** `ok`, or the name of the error. */
export function outcomeOf({ status, body }: WireAnswer): string {
  if (status === 200) return "ok";
  return /"__type":"[^"]*#(\w+)"/.exec(body)?.[1] ?? `HTTP ${status}`;
}
