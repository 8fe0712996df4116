import { type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import * as v from "valibot";
import { DestinationServiceError } from "../errors.ts";
import type { PickNumber } from "../ports.ts";
import type { Authenticate } from "./service-auth.ts";

/** An answer is one phone number: anything longer is none. */
const mostBytes = 16 * 1024;

const answerSchema = v.object({ phoneNumber: v.string() });

/**
 * Posts the context as JSON, and takes `{"phoneNumber":"+1…"}` for an answer. Through `node:http`, because
 * the first call of the global `fetch` costs 42 ms on Node 20.
 */
export function pickNumberOverHttp(authenticate: Authenticate): PickNumber {
  return async ({ url: address, auth, context, idempotencyKey, signal }) => {
    const url = new URL(address);
    const body = JSON.stringify(context ?? {});
    const plain = {
      accept: "application/json",
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
      "idempotency-key": idempotencyKey,
    };
    const request = { method: "POST", url, headers: plain, body };
    const headers = auth ? await authenticate(request, auth, signal) : plain;
    // A connection of its own: one that was kept open while the Lambda slept may be dead.
    const options: RequestOptions = { method: "POST", headers, signal, agent: false };
    return phoneNumberIn(await send(url, { options, body }));
  };
}

interface Post {
  readonly options: RequestOptions;
  readonly body: string;
}

function send(url: URL, { options, body }: Post): Promise<string> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    request(url, options, (response) => read(response).then(resolve, reject))
      .on("error", (cause) =>
        reject(new DestinationServiceError("could not be reached", { cause })),
      )
      .end(body);
  });
}

async function read(response: IncomingMessage): Promise<string> {
  const { statusCode = 0 } = response;
  if (statusCode < 200 || statusCode > 299) {
    response.destroy();
    throw new DestinationServiceError(`answered ${statusCode}`);
  }
  return readBody(response);
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new DestinationServiceError("answered too much");
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof DestinationServiceError) throw error;
    throw new DestinationServiceError("broke off its answer", { cause: error });
  }
  return Buffer.concat(chunks).toString("utf8");
}

function phoneNumberIn(text: string): string {
  const { success, output } = v.safeParse(answerSchema, parsed(text));
  if (!success) {
    throw new DestinationServiceError('did not answer {"phoneNumber":"+1…"}');
  }
  return output.phoneNumber;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's error would quote the answer.
    return undefined;
  }
}
