import { defined } from "../defined.ts";
import { isRawObject, objectOrEmpty, type RawObject, textOf } from "../raw-fields.ts";
import type { ActionData } from "./event.ts";

/** What the event is about. The guide also prints ReceivedDigits beside ActionData instead of inside it. */
export function readActionData(raw: RawObject): ActionData | undefined {
  const data = raw.ActionData;
  if (!isRawObject(data)) return undefined;
  return {
    type: textOf(data.Type) ?? "",
    parameters: objectOrEmpty(data.Parameters),
    ...defined({ receivedDigits: textOf(data.ReceivedDigits) ?? textOf(raw.ReceivedDigits) }),
  };
}
