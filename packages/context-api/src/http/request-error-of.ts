import { isCallContextError } from "@skill-call/call-context";
import {
  ConflictError,
  InternalError,
  InvalidRequestError,
  NoContextError,
  RequestError,
  UnavailableError,
} from "../errors.ts";

/** What a request is refused with when this was thrown. */
export function requestErrorOf(cause: unknown): RequestError {
  if (cause instanceof RequestError) return cause;
  if (!isCallContextError(cause)) return new InternalError({ cause });
  switch (cause.code) {
    case "call-context.not-found":
    case "call-context.expired":
      return new NoContextError({ cause });
    case "call-context.note-conflict":
      return new ConflictError("Another text is noted under this ID.", { cause });
    case "call-context.notes-full":
      return new ConflictError("This context takes no further note.", { cause });
    case "call-context.invalid-context":
      return new InvalidRequestError([{ pointer: "", detail: "cannot be stored" }], { cause });
    case "call-context.store-unavailable":
      return new UnavailableError({ cause });
    default:
      return new InternalError({ cause });
  }
}
