import type { WireAnswer, WireRequest } from "./wire.ts";

/** One request and what became of it, with content: for programs that show or record a call. */
export interface Exchange {
  /** Such as `UpdateItem`. */
  readonly operation: string;
  /** Who asked: the access key ID that the request is signed with. */
  readonly accessKeyId: string;
  /** `ok`, the name of the error that was answered, `hung` or `answer-lost`. */
  readonly outcome: string;
  /** The operation's input and output as they went over the wire; no output where none was sent. */
  readonly input: unknown;
  readonly output?: unknown;
  readonly durationMs: number;
}

export interface ExchangeFacts {
  readonly operation: string;
  readonly outcome: string;
  readonly request: WireRequest;
  readonly answer?: WireAnswer;
  readonly durationMs: number;
}

export function exchangeOf(facts: ExchangeFacts): Exchange {
  const { operation, outcome, request, answer, durationMs } = facts;
  return {
    operation,
    outcome,
    durationMs,
    accessKeyId: signer(request),
    input: content(request.body),
    ...(answer && { output: content(answer.body) }),
  };
}

/** Also of a request that is not JSON: DynamoDB answers it, so it can be told of. */
function content(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function signer({ headers: { authorization = "" } }: WireRequest): string {
  return /Credential=([^/=]+)\//.exec(authorization)?.[1] ?? "";
}
