import { createHash } from "node:crypto";
import { InvalidRequestError } from "../errors.ts";

/**
 * An `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07, where it is in quotes; many write it without) as an
 * ID that a note may have; a key with other characters is hashed.
 * @throws {InvalidRequestError} when it is empty, too long, or not printable
 */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header;
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) {
    const detail = "must be 1 to 255 printable ASCII characters";
    throw new InvalidRequestError([{ pointer: "Idempotency-Key", detail }]);
  }
  if (/^[A-Za-z0-9_-]{1,64}$/.test(key)) return key;
  return createHash("sha256").update(key).digest("hex");
}
