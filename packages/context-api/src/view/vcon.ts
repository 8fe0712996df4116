import { createHash } from "node:crypto";
import { hashContextId } from "@skill-call/call-context";
import * as v from "valibot";
import type { ContextView } from "./context-view.ts";

const party = v.object({
  type: v.picklist(["person", "bot"]),
  name: v.string(),
  tel: v.exactOptional(v.pipe(v.string(), v.description("E.164."))),
  validation: v.exactOptional(
    v.pipe(
      v.picklist(["account", "none"]),
      v.description("account: a system of record confirmed the account ID."),
    ),
  ),
});

const dialog = v.object({
  type: v.picklist(["text", "incomplete"]),
  start: v.string(),
  parties: v.array(v.number()),
  mediatype: v.exactOptional(v.literal("text/plain")),
  encoding: v.exactOptional(v.literal("none")),
  body: v.exactOptional(v.string()),
  disposition: v.exactOptional(v.literal("failed")),
});

const attachment = v.object({
  purpose: v.literal("call-context"),
  start: v.string(),
  party: v.number(),
  dialog: v.number(),
  mediatype: v.literal("application/json"),
  encoding: v.literal("json"),
  body: v.pipe(
    v.record(v.string(), v.unknown()),
    v.description("The Context, with contextHash in place of contextId."),
  ),
});

/** What of draft-ietf-vcon-vcon-core-03 ("The JSON format for vCon", 1 July 2026) a context has; still a draft. */
export const vconSchema = v.pipe(
  v.object({
    vcon: v.literal("0.4.0"),
    uuid: v.pipe(v.string(), v.uuid()),
    created_at: v.string(),
    subject: v.string(),
    redacted: v.exactOptional(v.object({ uuid: v.string(), type: v.string() })),
    parties: v.array(party),
    dialog: v.array(v.union([dialog, v.strictObject({})])),
    attachments: v.array(attachment),
  }),
  v.description(
    "Experimental: a vCon by draft-ietf-vcon-vcon-core-03. It follows the draft, and changes with it.",
  ),
);
export type Vcon = v.InferOutput<typeof vconSchema>;

const [caller, skill] = [0, 1];

/** A context as a vCon, as much of it as the view shows. The same context is the same vCon, with the same UUID. */
export function vconOf(view: ContextView): Vcon {
  const { contextId, createdAt, reason, masked, hiddenFields, ...others } = view;
  const contextHash = hashContextId(contextId);
  const wholeId = uuidOf(contextId, createdAt);
  const isRedacted = masked.length > 0 || hiddenFields.length > 0;
  return {
    vcon: "0.4.0",
    uuid: isRedacted ? uuidOf(`redacted ${contextId}`, createdAt) : wholeId,
    created_at: createdAt,
    subject: reason.id,
    ...(isRedacted && { redacted: { uuid: wholeId, type: "masked" } }),
    parties: [callerOf(view), { type: "bot", name: "Alexa skill" }],
    dialog: dialogOf(view),
    attachments: [
      {
        purpose: "call-context",
        start: createdAt,
        party: skill,
        dialog: 0,
        mediatype: "application/json",
        encoding: "json",
        body: { contextHash, createdAt, reason, masked, hiddenFields, ...others },
      },
    ],
  };
}

function callerOf({ callerName, callerNumber, accountIdVerified, masked }: ContextView) {
  return {
    type: "person" as const,
    name: callerName,
    // A number in part is not a tel URL.
    ...(callerNumber !== undefined && !masked.includes("callerNumber") && { tel: callerNumber }),
    validation: accountIdVerified ? ("account" as const) : ("none" as const),
  };
}

/** What the caller said to the skill, or an empty object: nothing is known of it. And a call that did not come about. */
function dialogOf({ createdAt: start, reason, status }: ContextView): Vcon["dialog"] {
  const said = {
    type: "text" as const,
    start,
    parties: [caller, skill],
    mediatype: "text/plain" as const,
    encoding: "none" as const,
    body: reason.text ?? "",
  };
  return [
    reason.text === undefined ? {} : said,
    ...(status === "failed"
      ? [{ type: "incomplete" as const, start, parties: [caller], disposition: "failed" as const }]
      : []),
  ];
}

/** A UUID of version 8: the time as in version 7, the rest from the name's hash (RFC 9562, sections 5.7 and 5.8). */
function uuidOf(name: string, at: string): string {
  const time = Date.parse(at).toString(16).padStart(12, "0");
  const hash = createHash("sha256").update(`vcon ${name}`).digest("hex");
  const variant = "89ab".charAt(Number.parseInt(hash.charAt(3), 16) % 4);
  return [
    time.slice(0, 8),
    time.slice(8),
    `8${hash.slice(0, 3)}`,
    `${variant}${hash.slice(4, 7)}`,
    hash.slice(8, 20),
  ].join("-");
}
