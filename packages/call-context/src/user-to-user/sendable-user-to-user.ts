import { readValue } from "./read-values.ts";
import { fieldsOf, splitUserToUser, type UserToUserHeader } from "./split-user-to-user.ts";

/** No control character (C0, C1 with NEL, DEL), no line or paragraph separator, no half of a surrogate pair. */
const plainText = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

/**
 * What of a User-to-User header may go on in an outgoing one: the values that parse whole and hold no character that
 * could end a header line. A single field that is sound as a whole stays as it is; `undefined` where nothing is left.
 * @example sendableUserToUser(["00fa;encoding=hex", "a b"]) // "00fa;encoding=hex"
 */
export function sendableUserToUser(header: UserToUserHeader): string | undefined {
  const fields = fieldsOf(header).filter((field) => plainText.test(field));
  const values = splitUserToUser(fields);
  const sound = values.filter((value) => readValue(value));
  if (sound.length === 0) return undefined;
  const [only, ...others] = fields;
  return only !== undefined && others.length === 0 && sound.length === values.length
    ? only.trim()
    : sound.join(", ");
}
