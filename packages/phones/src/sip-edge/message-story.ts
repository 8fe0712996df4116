import type { Clock } from "@skill-call/emulation";
import {
  type Call,
  type MessageObserver,
  type NameAddress,
  paramValue,
  parseMessage,
  type SipMessage,
  SipParseError,
  standardTimers,
} from "@skill-call/sip";
import { messageStep, type SeenMessage, type SipStep, type StoryLeg } from "./message-step.ts";

/** Copies of a call's last messages may come for as long as its transactions last: 64 × T1 (RFC 3261 §17). */
const afterglowMs = 64 * standardTimers.t1;

/** The leg behind a dialog. */
export interface DialogLeg extends StoryLeg {
  readonly begunBy: Beginner;
}

/** Tells the SIP messages as steps of the calls that they are of: the wire names dialogs, stories name transactions. */
export class MessageStory {
  readonly #clock: Clock;
  readonly #tell: (step: SipStep) => void;
  readonly #legs = new Map<string, StoryLeg>();
  readonly #forgettings = new Set<() => void>();
  /** Of dialogs that are nobody's yet, in the order they passed. */
  readonly #held: SeenMessage[] = [];

  constructor(clock: Clock, tell: (step: SipStep) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Dialogs and messages that are kept. */
  get size(): number {
    return this.#legs.size + this.#held.length;
  }

  readonly observe: MessageObserver = (direction, packet) => {
    const message = readable(packet.bytes);
    if (message) this.#take({ at: this.#clock.now(), direction, packet, message });
  };

  /** The messages of a dialog are a leg's, those that have just passed too. */
  began({ callId, from }: Call, leg: DialogLeg): void {
    this.#legs.set(dialogName(leg.begunBy, callId, from), leg);
    for (const seen of this.#held.splice(0)) this.#take(seen);
  }

  ended({ callId, from }: Call, leg: DialogLeg): void {
    const name = dialogName(leg.begunBy, callId, from);
    const cancel = this.#clock.after(afterglowMs, () => {
      this.#forgettings.delete(cancel);
      // A caller that was refused may have tried again by the same name.
      if (this.#legs.get(name) === leg) this.#legs.delete(name);
    });
    this.#forgettings.add(cancel);
  }

  close(): void {
    for (const cancel of this.#forgettings) cancel();
    this.#forgettings.clear();
    this.#legs.clear();
  }

  #take(seen: SeenMessage): void {
    const leg = this.#legOf(seen);
    if (leg) this.#tell(messageStep(seen, leg));
    else this.#hold(seen);
  }

  /** Whoever an INVITE is for says so in the turn in which it passes; later it belongs to no call. */
  #hold(seen: SeenMessage): void {
    if (this.#held.length === 0) queueMicrotask(() => this.#release());
    this.#held.push(seen);
  }

  #release(): void {
    for (const seen of this.#held.splice(0)) this.#tell(messageStep(seen, undefined));
  }

  #legOf({ direction, message }: SeenMessage): StoryLeg | undefined {
    const legs = dialogsOf(direction, message).map((name) => this.#legs.get(name));
    return legs.find((leg) => leg !== undefined);
  }
}

/** Keep-alives and broken packets are not messages. */
function readable(bytes: Buffer): SipMessage | undefined {
  try {
    return parseMessage(bytes);
  } catch (error) {
    if (error instanceof SipParseError) return undefined;
    throw error;
  }
}

/** Whose INVITE began a dialog. */
type Beginner = "us" | "them";

/** Names a dialog at our end: who began it, its Call-ID, and the tag of that one's From. */
function dialogName(begunBy: Beginner, callId: string, from: NameAddress): string {
  return `${begunBy} ${callId} ${paramValue(from.params, "tag") ?? ""}`;
}

/** The dialogs that a message can be of. A call to ourselves is two: one that we began, one that they did. */
function dialogsOf(
  direction: "in" | "out",
  { kind, callId, from, to }: SipMessage,
): readonly string[] {
  // A response repeats the From of its request (RFC 3261 §8.2.6.2).
  const fromIsOurs = (kind === "request") === (direction === "out");
  const [ours, theirs] = fromIsOurs ? [from, to] : [to, from];
  return [dialogName("us", callId, ours), dialogName("them", callId, theirs)];
}
