import { legible } from "./foreign-bytes.ts";
import { formatParams, type Param, paramValue, takeHeaderParams } from "./params.ts";
import { readItems, Scanner } from "./scanner.ts";
import { formatUri, parseUri, type Uri } from "./uri.ts";

/** What From, To, Contact, Route and Record-Route hold: RFC 3261 §20.10. */
export interface NameAddress {
  /** Without quotes and escapes. */
  readonly displayName?: string | undefined;
  readonly uri: Uri;
  readonly params: readonly Param[];
}

// A name in quotes or a plain one, then the brackets. Phones send plain names such as `José`: letters beyond ASCII are let
// through.
const bracketed =
  /(?:[ \t]*"((?:[^"\\]|\\[\s\S])*)"[ \t]*|([-.!%*_+`'~\w \t\u0080-\uffff]*))<([^<>"\s]+)>/y;
// Without brackets the first `;` starts the header's own parameters, and `,` and `?` are not allowed.
const bare = /[ \t]*([^\s,;?<>"]+)/y;

/** @throws {SipParseError} naming `field`. */
export function parseNameAddress(text: string, field: string): NameAddress {
  const scanner = new Scanner(text, field);
  const address = takeNameAddress(scanner, field);
  scanner.end();
  return address;
}

/** Every address of a header that may hold several, over all its lines. @throws {SipParseError} */
export function parseNameAddresses(values: readonly string[], field: string): NameAddress[] {
  return readItems(values, field, takeNameAddress);
}

function takeNameAddress(scanner: Scanner, field: string): NameAddress {
  const found = scanner.match(bracketed);
  const text = found ? found[3] : scanner.take(bare)[1];
  const displayName = unescaped(found?.[1]) ?? found?.[2]?.trim();
  return {
    displayName: displayName ? legible(displayName) : undefined,
    uri: parseUri(text ?? "", field),
    params: takeHeaderParams(scanner),
  };
}

function unescaped(quoted: string | undefined): string | undefined {
  return quoted?.includes("\\") ? quoted.replaceAll(/\\([\s\S])/g, "$1") : quoted;
}

export function formatNameAddress({ displayName, uri, params }: NameAddress): string {
  const name = displayName === undefined ? "" : `"${displayName.replaceAll(/["\\]/g, "\\$&")}" `;
  return `${name}<${formatUri(uri)}>${formatParams(params)}`;
}

export function tagOf(address: NameAddress): string | undefined {
  return paramValue(address.params, "tag");
}
