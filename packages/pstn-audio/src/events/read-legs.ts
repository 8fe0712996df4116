import { defined } from "../defined.ts";
import { countOf, isRawObject, objectOrEmpty, type RawObject, textOf } from "../raw-fields.ts";
import type { Leg, LegTag } from "./event.ts";
import type { Refuse } from "./refusal.ts";

const participants = "CallDetails.Participants";

/** The legs of `CallDetails.Participants`. */
export function readLegs(value: unknown, refuse: Refuse): readonly Leg[] {
  if (!Array.isArray(value)) return refuse(participants, "is not a list", []);
  const odd = value.findIndex((entry) => !isRawObject(entry));
  if (odd >= 0) refuse(`${participants}[${odd}]`, "is not an object", undefined);
  const all: readonly RawObject[] = value.filter(isRawObject);
  return all.map((raw, index) => readLeg(raw, { all, path: `${participants}[${index}]`, refuse }));
}

interface Surroundings {
  readonly all: readonly RawObject[];
  readonly path: string;
  readonly refuse: Refuse;
}

function readLeg(raw: RawObject, { all, path, refuse }: Surroundings): Leg {
  const tag = writtenTag(raw) ?? tagByDirection(raw, all);
  return {
    callId: textOf(raw.CallId) ?? refuse(`${path}.CallId`, "is missing", ""),
    tag: tag ?? refuse(`${path}.ParticipantTag`, "is neither LEG-A nor LEG-B", "LEG-B"),
    direction: directionOf(raw) ?? refuse(`${path}.Direction`, "is neither way", "outbound"),
    to: textOf(raw.To) ?? "",
    from: textOf(raw.From) ?? "",
    status: statusOf(raw),
    ...defined({ startedAt: countOf(raw.StartTimeInMilliseconds) }),
    headers: readHeaders(raw.SipHeaders),
  };
}

function writtenTag(raw: RawObject): LegTag | undefined {
  const tag = textOf(raw.ParticipantTag)?.trim().toUpperCase();
  return tag === "LEG-A" || tag === "LEG-B" ? tag : undefined;
}

/** Which leg an untagged one is. Only LEG-A can be inbound, and a call's only leg is LEG-A. */
function tagByDirection(raw: RawObject, all: readonly RawObject[]): LegTag | undefined {
  const others = all.filter((other) => other !== raw);
  if (directionOf(raw) === "inbound" || others.length === 0) return "LEG-A";
  const legAIsAnother = others.some(
    (other) => writtenTag(other) === "LEG-A" || directionOf(other) === "inbound",
  );
  if (legAIsAnother) return "LEG-B";
  return others.some((other) => writtenTag(other) === "LEG-B") ? "LEG-A" : undefined;
}

function directionOf(raw: RawObject): Leg["direction"] | undefined {
  const direction = textOf(raw.Direction)?.trim().toLowerCase();
  return direction === "inbound" || direction === "outbound" ? direction : undefined;
}

function statusOf(raw: RawObject): Leg["status"] {
  const status = textOf(raw.Status)?.trim().toLowerCase();
  return status === "connected" || status === "disconnected" ? status : "unknown";
}

/**
 * SipHeaders as they came, letter case kept; of a header with several values the first that is not empty.
 * User-to-User is a list (RFC 7433 §4.1): all its values, comma-separated as RFC 3261 §7.3.1 joins them.
 */
function readHeaders(value: unknown): Readonly<Record<string, string>> {
  const headers = Object.entries(objectOrEmpty(value)).map(([name, header]) => [
    name,
    name.toLowerCase() === "user-to-user" ? textsOf(header).join(", ") : textsOf(header)[0],
  ]);
  return Object.fromEntries(headers.filter(([, text]) => text));
}

function textsOf(header: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(header) ? header : [header];
  return values.flatMap((value) => textOf(value) ?? []);
}
