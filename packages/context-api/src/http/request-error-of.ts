import { isCallContextError } from "@skill-call/call-context";
import { InvalidRequestError, RequestError, UnavailableError } from "../errors.ts";

/** What a request is refused with when this was thrown. */
export function requestErrorOf(cause: unknown): RequestError {
  if (cause instanceof RequestError) return cause;
  if (!isCallContextError(cause)) return new RequestError("context-api.internal", { cause });
  switch (cause.code) {
    case "call-context.not-found":
    case "call-context.expired":
      return new RequestError("context-api.not-found", { cause });
    case "call-context.note-conflict":
      return conflict("Another text is noted under this ID.", cause);
    case "call-context.notes-full":
      return conflict("This context takes no further note.", cause);
    case "call-context.invalid-context":
      return new InvalidRequestError([{ pointer: "", detail: "cannot be stored" }], { cause });
    case "call-context.store-unavailable":
      return new UnavailableError({ cause });
    default:
      return new RequestError("context-api.internal", { cause });
  }
}

function conflict(detail: string, cause: unknown): RequestError {
  return new RequestError("context-api.conflict", { detail, cause });
}
