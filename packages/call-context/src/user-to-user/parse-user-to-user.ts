import { octetText } from "./octet-text.ts";
import { type RawValue, readValues } from "./read-values.ts";
import type { UserToUserHeader } from "./split-user-to-user.ts";

/** One value of a User-to-User header (RFC 7433, section 4.1). */
export interface UserToUserValue {
  /** As it was sent, without the quotation marks of a quoted-string and its escapes. */
  readonly data: string;
  /** What `data` says: decoded from hex where `encoding=hex`; absent where that is broken or no UTF-8. */
  readonly text?: string;
  /** The application that the data is for, such as `isdn-uui`; lower case. */
  readonly purpose?: string;
  /** What kind of data it is for that application; lower case. */
  readonly content?: string;
  /** `hex`, or a name that this version of the RFC does not know; lower case. */
  readonly encoding?: string;
  /** Every parameter by lower-case name, the generic ones too; one without a value holds `""`. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Reads the values of a User-to-User header, comma-separated or in repeated header fields. A field whose separators are
 * escaped (`%3Bencoding%3Dhex`), as in the headers of a SIP URI, is unescaped first. A value that breaks the grammar is
 * left out; nothing is thrown, and the time it takes is linear.
 * @example parseUserToUser("6373693d64;encoding=hex")[0]?.text // "csi=d"
 */
export function parseUserToUser(header: UserToUserHeader): UserToUserValue[] {
  return readValues(header).map(describe);
}

function describe({ data, parameters }: RawValue): UserToUserValue {
  // Parameter values compare without regard to case (RFC 3261, section 7.3.1).
  const named = (name: string) => parameters.get(name)?.toLowerCase();
  const [purpose, content, encoding] = [named("purpose"), named("content"), named("encoding")];
  const text = encoding === "hex" ? textFromHex(data) : data;
  return {
    data,
    ...(text !== undefined && { text }),
    ...(purpose !== undefined && { purpose }),
    ...(content !== undefined && { content }),
    ...(encoding !== undefined && { encoding }),
    parameters,
  };
}

function textFromHex(hex: string): string | undefined {
  const text = octetText(hex);
  try {
    const octets = text && Uint8Array.from(text, (character) => character.charCodeAt(0));
    return octets && new TextDecoder("utf-8", { fatal: true }).decode(octets);
  } catch {
    return undefined;
  }
}
