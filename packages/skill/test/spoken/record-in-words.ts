import type { CallContext, CallContextRecord } from "@skill-call/call-context";

/** What a record holds of what the caller said, as docs/conversation.md has it. */
export function recordInWords(record: CallContextRecord<CallContext> | undefined) {
  if (record === undefined) return undefined;
  const { callerName, accountId, reason } = record;
  const facts = Object.entries({ callerName, accountId }).filter(([, value]) => value);
  const words = reason.text === undefined ? "" : ` \`${reason.text}\``;
  return [
    ...facts.map(([name, value]) => `${name} \`${value}\``),
    `reason \`${reason.id}\`${words}`,
  ].join(", ");
}
