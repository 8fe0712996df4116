import type { CallContextRecord } from "@skill-call/call-context";

/** Amazon Connect takes a flat map of strings (administrator guide, "Invoke AWS Lambda functions"). */
export type ContactAttributes = Readonly<Record<string, string>>;

/** 32 KB in all, by the same guide; some room for the JSON around it. */
const mostBytes = 31 * 1024;

/** What a contact flow gets of a context: `$.External.callerName` and so on. `known` is always there. */
export function contactAttributes(record: CallContextRecord | undefined): ContactAttributes {
  if (!record) return { known: "false" };
  const { callerName, accountId = "", accountIdVerified, reason, locale } = record;
  return withinLimit({
    known: "true",
    callerName,
    accountId,
    accountIdVerified: String(accountIdVerified),
    reason: reason.id,
    locale,
    // Last, so that the caller's own words are what is cut.
    reasonText: reason.text ?? "",
  });
}

/** Cuts what is too long for Amazon Connect, which would drop the whole answer. */
function withinLimit(attributes: ContactAttributes): ContactAttributes {
  let left = mostBytes;
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      left -= Buffer.byteLength(name) + quoting;
      const fitting = cutTo(value, left);
      left -= jsonBytes(fitting);
      return [name, fitting];
    }),
  );
}

/** `"":"",` around a name and its value. */
const quoting = 6;

function jsonBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}

/** The longest start of a text that takes no more bytes than that in JSON, whole characters only. */
function cutTo(text: string, bytes: number): string {
  if (jsonBytes(text) <= bytes) return text;
  let used = 0;
  let cut = "";
  for (const character of text) {
    used += jsonBytes(character);
    if (used > bytes) break;
    cut += character;
  }
  return cut;
}
