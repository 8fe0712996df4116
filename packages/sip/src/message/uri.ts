import { SipParseError } from "../errors.ts";
import { formatParams, type Param } from "./params.ts";
import { portOf } from "./port.ts";

/** `sip:` or `sips:`; parts stand as they were sent, escapes included. */
export interface SipUri {
  readonly kind: "sip";
  readonly scheme: "sip" | "sips";
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** A name, an IPv4 address, or an IPv6 address in brackets. */
  readonly host: string;
  readonly port?: number | undefined;
  readonly params: readonly Param[];
  /** What follows `?`. */
  readonly headers?: string | undefined;
}

/** RFC 3966. */
export interface TelUri {
  readonly kind: "tel";
  readonly number: string;
  readonly params: readonly Param[];
}

export interface OtherUri {
  readonly kind: "other";
  readonly scheme: string;
  readonly opaque: string;
}

export type Uri = SipUri | TelUri | OtherUri;

const sipUri =
  /^(sips?):(?:([^@:]+)(?::([^@]*))?@)?(\[[\da-f:.]+\]|[\w](?:[\w.-]*[\w.])?)(?::(\d{1,5}))?((?:;[^;?]+)*)(?:\?([^?]+))?$/i;
const telUri = /^tel:(\+?[\dA-F*#().-]+)((?:;[^;?]+)*)$/i;
const otherUri = /^([a-z][a-z\d+.-]*):([^\s<>"]+)$/i;
const userPart = /^(?:[-\w.!~*'()&=+$,;?/]|%[\da-f]{2})+$/i;
const passwordPart = /^(?:[-\w.!~*'()&=+$,]|%[\da-f]{2})*$/i;
const paramPart = /^(?:[-\w.!~*'()[\]/:&+$]|%[\da-f]{2})+$/i;
const headersPart = /^(?:[-\w.!~*'()[\]/?:+$=&]|%[\da-f]{2})+$/i;

/**
 * Reads a URI of RFC 3261 §19.1, RFC 3966, or of any other scheme.
 *
 * @throws {SipParseError} naming `field`.
 */
export function parseUri(text: string, field = "URI"): Uri {
  const uri = readUri(text);
  if (!uri) throw new SipParseError(field, "holds no valid URI");
  return uri;
}

function readUri(text: string): Uri | undefined {
  if (/^sips?:/i.test(text)) return readSipUri(text);
  if (/^tel:/i.test(text)) return readTelUri(text);
  return readOtherUri(text);
}

function readSipUri(text: string): SipUri | undefined {
  const found = sipUri.exec(text);
  if (!found) return undefined;
  const user = found[2];
  const password = found[3];
  const port = portOf(found[5]);
  const params = readParams(found[6] ?? "");
  const headers = found[7];
  const fits =
    (user === undefined || userPart.test(user)) &&
    (password === undefined || passwordPart.test(password)) &&
    (headers === undefined || headersPart.test(headers));
  if (!fits || port === "none" || !params) return undefined;
  const scheme = found[1]?.length === "sips".length ? "sips" : "sip";
  return { kind: "sip", scheme, user, password, host: found[4] ?? "", port, params, headers };
}

function readTelUri(text: string): TelUri | undefined {
  const found = telUri.exec(text);
  const params = readParams(found?.[2] ?? "");
  return found && params ? { kind: "tel", number: found[1] ?? "", params } : undefined;
}

function readOtherUri(text: string): OtherUri | undefined {
  const found = otherUri.exec(text);
  if (!found) return undefined;
  return { kind: "other", scheme: (found[1] ?? "").toLowerCase(), opaque: found[2] ?? "" };
}

/** The parameters of a text that is empty or begins with a semicolon. */
function readParams(text: string): Param[] | undefined {
  if (text === "") return [];
  const params = text
    .slice(1)
    .split(";")
    .map((part) => {
      const equals = part.indexOf("=");
      if (equals < 0) return { name: part, value: undefined };
      return { name: part.slice(0, equals), value: part.slice(equals + 1) };
    });
  const fits = params.every(
    ({ name, value }) => paramPart.test(name) && (value === undefined || paramPart.test(value)),
  );
  return fits ? params : undefined;
}

export function formatUri(uri: Uri): string {
  if (uri.kind === "other") return `${uri.scheme}:${uri.opaque}`;
  if (uri.kind === "tel") return `tel:${uri.number}${formatParams(uri.params)}`;
  const password = uri.password === undefined ? "" : `:${uri.password}`;
  const user = uri.user === undefined ? "" : `${uri.user}${password}@`;
  const port = uri.port === undefined ? "" : `:${uri.port}`;
  const headers = uri.headers === undefined ? "" : `?${uri.headers}`;
  return `${uri.scheme}:${user}${uri.host}${port}${formatParams(uri.params)}${headers}`;
}

/**
 * The user part without its escapes, or the number of a `tel:` URI; what a dial plan looks at. A global number is without
 * the visual separators that may stand between its digits and mean nothing (RFC 3966 §5.1.1, RFC 3261 §19.1.6).
 */
export function userOf(uri: Uri): string | undefined {
  return unescapedUser(uri)?.replace(/^\+[\d().-]+(?=;|$)/, (number) =>
    number.replaceAll(/[().-]/g, ""),
  );
}

function unescapedUser(uri: Uri): string | undefined {
  if (uri.kind === "tel") return uri.number;
  if (uri.kind === "other" || uri.user === undefined) return undefined;
  return Buffer.from(
    uri.user.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    "latin1",
  ).toString("utf8");
}
