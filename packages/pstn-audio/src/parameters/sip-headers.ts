import { isRawObject, objectOrEmpty } from "../raw-fields.ts";
import type { TogetherRule } from "../rules/action-rules.ts";
import { invalid, refusal, type ServiceWords, tolerated } from "../rules/finding.ts";
import { isAbsent, type ParameterRule } from "../rules/parameter-rules.ts";

/** Each header is at most this long (guide, "Using SIP headers"). */
const mostCharacters = 2_048;

const reservedPrefixes = ["x-amzn", "x-vinex-", "x-vcx-", "x-canary", "x-voice"];

const allowedHeaders = `may hold texts of at most ${mostCharacters} characters without control characters, named x-…, User-to-User or Diversion, and none of the service's own (${reservedPrefixes.join(", ")})`;

/** Headers of the INVITE to a Voice Connector: `x-…`, `User-to-User` and `Diversion`, none of the reserved ones. */
export const sipHeadersRule: ParameterRule = (value, field) => {
  if (isAbsent(value)) return [];
  if (!isRawObject(value)) return [refusal(invalidHeaders([]), field, "is not an object")];
  const refused = Object.keys(value).filter((name) => !isAllowed(name, value[name]));
  return refused.length === 0 ? [] : [refusal(invalidHeaders(refused), field, allowedHeaders)];
};

/** As the service names them: "Invalid SIP header(s) provided: X-AMZN". */
function invalidHeaders(names: readonly string[]): ServiceWords {
  return invalid(`Invalid SIP header(s) provided: ${names.join(", ")}`);
}

function isAllowed(name: string, value: unknown): boolean {
  return isAllowedName(name.toLowerCase()) && isAllowedValue(value);
}

function isAllowedName(name: string): boolean {
  if (name === "user-to-user" || name === "diversion") return true;
  // RFC 3261 §25.1: a header name is a token.
  if (!/^x-[a-z\d!%*_+`'~.-]+$/.test(name)) return false;
  return !reservedPrefixes.some((prefix) => name.startsWith(prefix));
}

/**
 * A line break would end the header and start one of somebody else's choice; some stacks take other control characters
 * (VT, FF, NEL), line and paragraph separators for one. Half a surrogate pair is not text.
 */
function isAllowedValue(value: unknown): boolean {
  if (typeof value !== "string" || value.length > mostCharacters) return false;
  return /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u.test(value);
}

/** Calls to a phone number carry no headers; published Lambdas send them all the same, and are connected. */
export const headersOnlyToVoiceConnectors: TogetherRule = ({ Endpoints, SipHeaders }) => {
  const names = Object.keys(objectOrEmpty(SipHeaders));
  const toPhone =
    Array.isArray(Endpoints) && objectOrEmpty(Endpoints[0]).BridgeEndpointType === "PSTN";
  if (!toPhone || names.length === 0) return [];
  return [tolerated("SipHeaders", "are for AWS endpoints; a call to a phone number carries none")];
};
