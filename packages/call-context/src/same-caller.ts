import type { RecordFields } from "./call-context.ts";
import type { CallerRecord, KnownOfCaller } from "./caller-records.ts";
import { InvalidCallerError } from "./errors.ts";

/** Accents of Latin, Greek and Cyrillic letters; the marks of other scripts are letters of their own. */
const accents = /[\u0300-\u036f]/g;
const notWritten = /[^\p{L}\p{M}\p{N}]/gu;

/** The letters and digits of a value: Alexa, a form and a person write the same name in different ways. */
function bareText(value: unknown): string {
  const text = ["string", "number", "boolean"].includes(typeof value) ? String(value) : "";
  return text.normalize("NFKD").replace(accents, "").replace(notWritten, "").toLowerCase();
}

/**
 * Tells the records of a caller of whom so much is known; the context ID alone has to be the same to the letter.
 * @throws {InvalidCallerError} when nothing is known, or a value has no letter and no digit
 */
export function isOfCaller({ contextId, ...known }: KnownOfCaller): (record: object) => boolean {
  const wanted = Object.entries(known).map(([field, value]) => [field, bareText(value)] as const);
  if (contextId === undefined && wanted.length === 0) {
    throw new InvalidCallerError("Nothing is known of the caller");
  }
  const empty = wanted.filter(([, text]) => text === "").map(([field]) => field);
  if (empty.length > 0) {
    throw new InvalidCallerError(`There is no letter and no digit in ${empty.join(", ")}`);
  }
  return (record) =>
    (contextId === undefined || Reflect.get(record, "contextId") === contextId) &&
    wanted.every(([field, text]) => bareText(Reflect.get(record, field)) === text);
}

/** Nothing of what a caller said. */
export function toldOf({
  contextId,
  status,
  createdAt,
  expiresAt,
  transactionId,
}: RecordFields): CallerRecord {
  const claim = transactionId !== undefined && { transactionId };
  return { contextId, status, createdAt, expiresAt, ...claim };
}
