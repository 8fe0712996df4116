import { EventFormatError, UnknownEventTypeError } from "../errors.ts";
import { type RawObject, textOf } from "../raw-fields.ts";
import { type EventType, eventTypes } from "./event.ts";

/**
 * The event's type. The guide's JoinChimeMeeting page prints the key as `InvocationEvent` and a value as
 * `ActionFailed`, so letter case and underscores do not count.
 *
 * @throws {EventFormatError} when there is none.
 * @throws {UnknownEventTypeError} when it is none that this package knows.
 */
export function readEventType(raw: RawObject): EventType {
  const name = textOf(raw.InvocationEventType) ?? textOf(raw.InvocationEvent);
  if (name === undefined) throw new EventFormatError("InvocationEventType", "is missing");
  const type = eventTypes.find((known) => letters(known) === letters(name));
  if (type === undefined) throw new UnknownEventTypeError();
  return type;
}

function letters(name: string): string {
  return name.replaceAll(/[^a-z]/gi, "").toUpperCase();
}
