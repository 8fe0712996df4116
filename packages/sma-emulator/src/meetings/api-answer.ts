import { MeetingsApiError, type MeetingsErrorCode } from "./api-error.ts";
import type { MeetingsFault } from "./meetings-faults.ts";

/** What the API answers; without a body it is 204. */
export interface ApiAnswer {
  readonly status: number;
  readonly body?: object;
  /** Goes into the `x-amzn-errortype` header. */
  readonly errorType?: MeetingsErrorCode;
}

/** The answer to a request, the way the fault that befell it leaves it. */
export function apiAnswer(run: () => object | undefined, fault?: MeetingsFault): ApiAnswer {
  try {
    if (fault?.kind === "error") throw new MeetingsApiError(fault.code, `${fault.code} (injected)`);
    const body = run();
    if (body === undefined) return { status: 204 };
    return { status: 200, body: fault?.kind === "invalid-token" ? withInvalidToken(body) : body };
  } catch (error) {
    if (error instanceof MeetingsApiError) return refusal(error);
    throw error;
  }
}

export function refusal(error: MeetingsApiError): ApiAnswer {
  return {
    status: error.status,
    errorType: error.code,
    body: { Code: error.code.replace(/Exception$/, ""), Message: error.message },
  };
}

function withInvalidToken(body: object): object {
  if (!("Attendee" in body)) return body;
  return { Attendee: { ...(body.Attendee as object), JoinToken: "dGhpcyBvcGVucyBub3RoaW5n" } };
}
