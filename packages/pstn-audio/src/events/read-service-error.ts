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
  return name === undefined ? undefined : serviceError(name, textOf(message) ?? "");
}

/** Such as "ErrorJoiningMeeting: Error while joining meeting." */
function errorInOneString(value: unknown): ServiceError | undefined {
  const error = textOf(value);
  if (error === undefined) return undefined;
  const [type = "", ...message] = error.split(":");
  return serviceError(type.trim(), message.join(":").trim());
}

/** Such as CallNotAnswered. */
const typeName = /^[a-z][\w.-]{0,99}$/i;

/** Types stand in logs and metrics: what is no name may be a sentence, with a caller's number in it. */
function serviceError(type: string, message: string): ServiceError {
  if (typeName.test(type)) return { type, message };
  return { type: "UnknownError", message: message === "" ? type : `${type}: ${message}` };
}
