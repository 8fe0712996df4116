import type { Contact, Notice } from "@skill-call/contact-flow-emulator";
import type { SmaTraceEvent } from "@skill-call/sma-emulator";
import type { Chance } from "../chance/chance.ts";
import type { TableWrite } from "../world/table.ts";
import type { Person } from "./person.ts";

/** How a call comes about. */
export const callKinds = [
  "skill-call",
  "callback",
  "connect",
  "connect-task",
  "ordinary",
  "guessed",
  "stranger",
  "malformed",
] as const;
export type CallKind = (typeof callKinds)[number];

export type LambdaName = "skill" | "sma-handler" | "connect-handler";

/** What one invocation of the SMA handler, or of the Connect handler, came to. */
export interface HandlerRun {
  /** Or the contact's ID. */
  readonly transactionId: string;
  /** Or the step that the flow asks for. */
  readonly eventType: string;
  /** Milliseconds of the simulated time. */
  readonly startedAt: number;
  readonly outcome: "answered" | "threw" | "died";
  /** Simulated milliseconds from event to answer, the cold start left out. */
  readonly tookMs: number;
}

export interface Placed {
  readonly transactionId: string;
  /** That the INVITE carries. */
  readonly contextId: string | undefined;
}

/** A contact of Amazon Connect, and what it went through. */
export interface PlacedContact {
  readonly contact: Contact;
  /** What the skill's starter asked for, as it was sent. */
  readonly askedFor: string;
  readonly notices: TimedNotice[];
}

export type TimedNotice = Notice & { readonly at: number };

/** A request that a service carried out, or refused. */
export interface ServiceRequest {
  readonly service:
    | "dynamodb"
    | "meetings"
    | "destination-service"
    | "profile"
    | "alexa"
    | "directives"
    | "voice"
    | "connect";
  readonly operation: string;
}

/** One caller's call, and all that was seen of it. */
export class SimulatedCall {
  readonly index: number;
  readonly kind: CallKind;
  readonly person: Person;
  readonly chance: Chance;
  /** IDs that the skill drew. */
  readonly contextIds: string[] = [];
  readonly placed: Placed[] = [];
  /** Contacts of Amazon Connect that were made for it. */
  readonly contacts: PlacedContact[] = [];
  /** Contexts that Alexa or the telephony service was told to start a call with. */
  readonly starts: string[] = [];
  readonly runs: HandlerRun[] = [];
  /** Lambdas whose sandbox died while it answered an event of this call, of whosever request. */
  readonly deaths: LambdaName[] = [];
  readonly requests: ServiceRequest[] = [];
  readonly writes: TableWrite[] = [];
  readonly steps: SmaTraceEvent[] = [];
  /** What skill and SMA handler wrote: log lines, metrics, annotations. */
  readonly told: string[] = [];
  /** What other services than the table, Alexa and Amazon Connect were sent, the context itself left out. */
  readonly seenOutside: string[] = [];
  /** What the skill's answers that reached the device came to: `started`, or a failure's code. */
  readonly outcomes: string[] = [];
  /** Phone numbers that were called for it. */
  readonly dialled: string[] = [];
  /** Meetings that were made for it. */
  readonly meetings = new Set<string>();

  constructor(
    index: number,
    { kind, person, chance }: Pick<SimulatedCall, "kind" | "person" | "chance">,
  ) {
    this.index = index;
    this.kind = kind;
    this.person = person;
    this.chance = chance;
  }
}
