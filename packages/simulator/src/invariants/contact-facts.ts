import type {
  HandlerRun,
  PlacedContact,
  SimulatedCall,
  TimedNotice,
} from "../callers/simulated-call.ts";

/** One contact of Amazon Connect, as its instance saw it. */
export class ContactFacts {
  readonly id: string;
  readonly #placed: PlacedContact;
  readonly #runs: readonly HandlerRun[];
  readonly #told: readonly string[];

  constructor(placed: PlacedContact, call: SimulatedCall) {
    this.id = placed.contact.id;
    this.#placed = placed;
    this.#runs = call.runs.filter(({ transactionId }) => transactionId === this.id);
    this.#told = call.told.filter((line) => line.includes(this.id));
  }

  get isOver(): boolean {
    return this.#placed.contact.over;
  }

  /** All that Amazon Connect keeps of it: what was asked for without the number to call, and its attributes. */
  get kept(): string {
    const { contact, askedFor } = this.#placed;
    const { DestinationPhoneNumber: _called, ...asked } = JSON.parse(askedFor);
    return JSON.stringify([asked, contact.attributes]);
  }

  /** What the flow could not do with an answer. */
  get answerMistake(): string | undefined {
    const asked = this.#all("answered").map(({ answer }) => answer as Record<string, unknown>);
    const bad = asked.find((answer) => !Object.values(answer).every(isText));
    if (bad) return "an answer has a value that a flow cannot use";
    return this.#all("branch").find(({ why }) => why !== undefined && mistakes.test(why))?.why;
  }

  get contextId(): string | undefined {
    return this.#placed.contact.attributes.contextId;
  }

  /** What its flow said to caller and agent. */
  get said(): readonly string[] {
    return this.#all("said").map(({ text }) => text);
  }

  get isWithAgent(): boolean {
    return this.#all("agent").some(({ state }) => state === "connected");
  }

  get wasServed(): boolean {
    const third = this.#all("third-party").some(({ state }) => state === "answered");
    return third || this.#all("queued").length > 0;
  }

  get hasSpoken(): boolean {
    return this.said.length > 0;
  }

  /** Whether its flow put out somebody who was on the line. */
  get isPutOut(): boolean {
    const { disconnectReason, times } = this.#placed.contact;
    return disconnectReason === "CONTACT_FLOW_DISCONNECT" && times.connected !== undefined;
  }

  /** What of a last status is not true. */
  untruth(status: unknown): string | undefined {
    if (this.isWithAgent) {
      const isKnown = this.#hasAnswered("whisper");
      const isTrue = status === "connected" || status === "ended";
      return isKnown && !isTrue ? `${status}, but an agent took it` : undefined;
    }
    const isNobody = this.#hasAnswered("nobody");
    return isNobody && status !== "failed" ? `${status}, but nobody pressed a key` : undefined;
  }

  #hasAnswered(step: string): boolean {
    return this.#runs.some(
      ({ eventType, outcome }) => eventType === step && outcome === "answered",
    );
  }

  tells(words: string): boolean {
    return this.#told.some((line) => line.includes(words));
  }

  #all<Type extends TimedNotice["type"]>(type: Type) {
    return this.#placed.notices.filter(
      (notice): notice is Extract<TimedNotice, { readonly type: Type }> => notice.type === type,
    );
  }
}

const mistakes = /E\.164|caller ID|the answer|no such queue|prompt is empty/;

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
