import { legible } from "./foreign-bytes.ts";
import { formatParams, type Param, paramValue, takeHeaderParams } from "./params.ts";
import { Scanner } from "./scanner.ts";
import { formatUri, parseUri, type Uri } from "./uri.ts";

/** What From, To, Contact, Route and Record-Route hold: RFC 3261 §20.10. */
export interface NameAddress {
  /** Without quotes and escapes. */
  readonly displayName?: string;
  readonly uri: Uri;
  readonly params: readonly Param[];
}

const quotedName = /[ \t]*"((?:[^"\\]|\\[\s\S])*)"[ \t]*/y;
// Phones send names such as `José` without quotes: letters beyond ASCII are let through.
const plainName = /([-.!%*_+`'~\w \t\u0080-\uffff]*)(?=<)/y;
const bracketed = /<([^<>"\s]+)>/y;
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
  return values.flatMap((value) =>
    new Scanner(value, field).list((scanner) => takeNameAddress(scanner, field)),
  );
}

function takeNameAddress(scanner: Scanner, field: string): NameAddress {
  const quoted = scanner.match(quotedName)?.[1];
  const plain = quoted === undefined ? scanner.match(plainName)?.[1] : undefined;
  const uri = quoted === undefined && plain === undefined ? bare : bracketed;
  const [, text = ""] = scanner.take(uri);
  const displayName = quoted?.replaceAll(/\\([\s\S])/g, "$1") ?? plain?.trim();
  return {
    ...(displayName && { displayName: legible(displayName) }),
    uri: parseUri(text, field),
    params: takeHeaderParams(scanner),
  };
}

export function formatNameAddress({ displayName, uri, params }: NameAddress): string {
  const name = displayName === undefined ? "" : `"${displayName.replaceAll(/["\\]/g, "\\$&")}" `;
  return `${name}<${formatUri(uri)}>${formatParams(params)}`;
}

export function tagOf(address: NameAddress): string | undefined {
  return paramValue(address.params, "tag");
}
