import { defined } from "../defined.ts";
import { EventFormatError, UnknownEventTypeError } from "../errors.ts";
import {
  countOf,
  isRawObject,
  objectOrEmpty,
  type RawObject,
  textOf,
  textsOf,
} from "../raw-fields.ts";
import { type ActionData, type EventType, eventTypes, type PstnAudioEvent } from "./event.ts";
import { readLegs } from "./read-legs.ts";
import { readServiceError } from "./read-service-error.ts";
import { type Refuse, refusalFor } from "./refusal.ts";

/**
 * Reads an invocation of an SMA Lambda as real events are, not only as the guide prints them.
 * Of a HANGUP nothing is refused.
 *
 * @throws {EventFormatError} when a field is missing that no answer can be given without; it names the field.
 * @throws {UnknownEventTypeError} when its type is none that this package knows.
 * @example
 * const caller = findLeg(readEvent(raw), "LEG-A");
 */
export function readEvent(raw: unknown): PstnAudioEvent {
  if (!isRawObject(raw)) throw new EventFormatError("the event", "is not an object");
  const type = readEventType(raw);
  const refuse = refusalFor(type);
  return {
    type,
    sequence: countOf(raw.Sequence) ?? refuse("Sequence", "is not a whole number", 0),
    ...readCallDetails(raw.CallDetails, refuse),
    ...defined({ action: readActionData(raw), error: readServiceError(raw) }),
  };
}

type CallDetails = Omit<PstnAudioEvent, "type" | "sequence" | "action" | "error">;

function readCallDetails(value: unknown, refuse: Refuse): CallDetails {
  if (!isRawObject(value)) refuse("CallDetails", "is missing", undefined);
  const raw = objectOrEmpty(value);
  return {
    transactionId:
      textOf(raw.TransactionId) ?? refuse("CallDetails.TransactionId", "is missing", ""),
    attributes: textsOf(raw.TransactionAttributes),
    ...readOrigin(raw),
    legs: readLegs(raw.Participants, refuse),
  };
}

/** Where the call reached the service. Older pages of the guide call the SMA's id `SipApplicationId`. */
function readOrigin(raw: RawObject) {
  return defined({
    awsAccountId: textOf(raw.AwsAccountId),
    awsRegion: textOf(raw.AwsRegion),
    sipMediaApplicationId: textOf(raw.SipMediaApplicationId) ?? textOf(raw.SipApplicationId),
    sipRuleId: textOf(raw.SipRuleId),
  });
}

/** What the event is about. The guide also prints ReceivedDigits beside ActionData instead of inside it. */
function readActionData(raw: RawObject): ActionData | undefined {
  const data = raw.ActionData;
  if (!isRawObject(data)) return undefined;
  return {
    type: textOf(data.Type) ?? "",
    parameters: objectOrEmpty(data.Parameters),
    ...defined({ receivedDigits: textOf(data.ReceivedDigits) ?? textOf(raw.ReceivedDigits) }),
  };
}

/**
 * The event's type. The guide's JoinChimeMeeting page prints the key as `InvocationEvent` and a value as
 * `ActionFailed`, so letter case and underscores do not count.
 *
 * @throws {EventFormatError} when there is none.
 * @throws {UnknownEventTypeError} when it is none that this package knows.
 */
function readEventType(raw: RawObject): EventType {
  const name = textOf(raw.InvocationEventType) ?? textOf(raw.InvocationEvent);
  if (name === undefined) throw new EventFormatError("InvocationEventType", "is missing");
  const type = typesByLetters.get(letters(name));
  if (type === undefined) throw new UnknownEventTypeError();
  return type;
}

function letters(name: string): string {
  return name.replaceAll(/[^a-z]/gi, "").toUpperCase();
}

const typesByLetters = new Map(eventTypes.map((type) => [letters(type), type]));
