import { objectOrEmpty, type RawObject, textOf } from "../raw-fields.ts";
import type { ServiceError } from "./event.ts";

/** The error an event tells of: in ActionData, else at top level, else as one string in `ActionData.Error`. */
export function readServiceError(raw: RawObject): ServiceError | undefined {
  const action = objectOrEmpty(raw.ActionData);
  return (
    typedError(action.ErrorType, action.ErrorMessage ?? raw.ErrorMessage) ??
    typedError(raw.ErrorType, raw.ErrorMessage) ??
    errorInOneString(action.Error)
  );
}

function typedError(type: unknown, message: unknown): ServiceError | undefined {
  const name = textOf(type);
  return name === undefined ? undefined : { type: name, message: textOf(message) ?? "" };
}

/** Such as "ErrorJoiningMeeting: Error while joining meeting." */
function errorInOneString(value: unknown): ServiceError | undefined {
  const error = textOf(value);
  if (error === undefined) return undefined;
  const colon = error.indexOf(":");
  if (colon < 0) return { type: error.trim(), message: "" };
  return { type: error.slice(0, colon).trim(), message: error.slice(colon + 1).trim() };
}
