import { EventFormatError } from "../errors.ts";
import type { EventType } from "./event.ts";

/** What the reader does about a field that it cannot read: throw, or go on with `otherwise`. */
export type Refuse = <T>(field: string, problem: string, otherwise: T) => T;

/**
 * A hang-up is never refused: a Lambda that cannot read it cannot release the other leg, and that leg is billed
 * until somebody does.
 */
export function refusalFor(type: EventType): Refuse {
  if (type === "HANGUP") return (_field, _problem, otherwise) => otherwise;
  return (field, problem) => {
    throw new EventFormatError(field, problem);
  };
}
