import { octetText } from "./octet-text.ts";
import { type RawValue, readValues } from "./read-values.ts";
import { fieldsOf, splitUserToUser, type UserToUserHeader } from "./split-user-to-user.ts";

export interface ContextIdFromUserToUserOptions {
  /** Also take a value that is an ID without `csi=`; one with `csi=` goes first. */
  readonly bare?: boolean;
}

/**
 * The context ID that a User-to-User header carries, or `undefined` where it carries none. Read are the forms that
 * contact centres send: hex with and without `encoding=hex`, plain text, behind a protocol discriminator (`00`, `04`),
 * in Avaya's shared data, with octets around it that are not text, and with its first octet taken off (`si=`). Where no
 * value carries one, what stands around the values may: a whole header line, a URI's headers, brackets.
 * @example contextIdFromUserToUser("6373693d64623739323233332d386466;encoding=hex") // "db792233-8df"
 */
export function contextIdFromUserToUser(
  header: UserToUserHeader,
  { bare = false }: ContextIdFromUserToUserOptions = {},
): string | undefined {
  const values = readValues(header);
  const [found = strayId(header)] = values.flatMap(
    ({ data }) => keyedId(octetText(data) ?? data) ?? [],
  );
  return found ?? (bare ? values.flatMap((value) => bareId(value) ?? [])[0] : undefined);
}

/** The first ID in values that break the grammar: in hex that stands in them, or in their text. */
function strayId(header: UserToUserHeader): string | undefined {
  return splitUserToUser(fieldsOf(header))
    .flatMap((text) => [...(text.match(/[\da-f]{10,}/gi) ?? []).map(octetText), text])
    .flatMap((text) => keyedId(text ?? "") ?? [])[0];
}

/**
 * `csi=`, the key under which Alexa puts a clientSessionId (developer guide, "Alexa skill calling"), at the start,
 * behind a protocol discriminator, tag and length, or a character that no ID has; the ID; and what ends it.
 * Genesys Cloud takes the first octet of a value off, whatever it is: `si=` at the start is what it leaves of ours.
 */
const keyedPattern =
  /(?:(?:^(?:0[04]|.)?|[\x80-\xff].|[^\w.~-])[cC]|^)[sS][iI]=([\w.~-]{1,100})(?= *(?:$|[^ -~]|[;,&|>]))/s;

/** Avaya's shared data is a row of tag, length and data (`C8` an application's, `FA` the UCID); each is one octet. */
const sharedPattern = /[\x80-\xff](.)([cC][sS][iI]=.*)/s;

function keyedId(text: string): string | undefined {
  const [, length = "", rest = ""] = sharedPattern.exec(text) ?? [];
  const shared = rest.slice(0, length.charCodeAt(0));
  return (keyedPattern.exec(shared) ?? keyedPattern.exec(text))?.[1];
}

/** Shorter hex is rather an ID of hex digits than the hex of an ID. */
const shortestEncoded = 16;

/** An ID between control characters, if any: the discriminator and what pads the data. */
const barePattern = /^\p{Cc}?([\w.~-]{1,100})\p{Cc}*$/u;

/** An ID alone, encoded where the value says so, or where it can be read so. */
function bareId({ data, parameters }: RawValue): string | undefined {
  const encoded = barePattern.exec(octetText(data) ?? "")?.[1];
  if (parameters.get("encoding")?.toLowerCase() === "hex") return encoded;
  if (encoded !== undefined && encoded.length >= shortestEncoded) return encoded;
  return barePattern.exec(data)?.[1];
}
