import { type NameAddress, paramValue, type SipMessage } from "@skill-call/sip";

/** Whose INVITE began a dialog. */
export type Beginner = "us" | "them";

/** Names a dialog at our end: who began it, its Call-ID, and the tag of that one's From. */
export function dialogName(begunBy: Beginner, callId: string, from: NameAddress): string {
  return `${begunBy} ${callId} ${paramValue(from.params, "tag") ?? ""}`;
}

/** The dialogs that a message can be of. A call to ourselves is two: one that we began, one that they did. */
export function dialogsOf(
  direction: "in" | "out",
  { kind, callId, from, to }: SipMessage,
): readonly string[] {
  // A response repeats the From of its request (RFC 3261 §8.2.6.2).
  const fromIsOurs = (kind === "request") === (direction === "out");
  const [ours, theirs] = fromIsOurs ? [from, to] : [to, from];
  return [dialogName("us", callId, ours), dialogName("them", callId, theirs)];
}
