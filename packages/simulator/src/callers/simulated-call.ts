import type { Contact, Notice } from "@skill-call/contact-flow-emulator";
import type { SmaTraceEvent } from "@skill-call/sma-emulator";
import type { Chance } from "../chance/chance.ts";
import type { TableWrite } from "../world/table.ts";
import type { Heard } from "../world/webhook-receiver.ts";
import type { Person } from "./person.ts";

/** How a call comes about. */
export const callKinds = [
  "skill-call",
  "callback",
  "connect",
  "connect-task",
  "smart-properties",
  "ordinary",
  "guessed",
  "stranger",
  "malformed",
] as const;
export type CallKind = (typeof callKinds)[number];

export type LambdaName = "skill" | "sma-handler" | "connect-handler" | "call-events";

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

/** A call from a unit of a smart property, for which its PBX's side read the context. */
export interface Reading {
  readonly contextId: string;
  readonly found: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Milliseconds after the call was ordered. */
  readonly afterMs: number;
  isOver: boolean;
}

/** A request that a service carried out, or refused. */
export interface ServiceRequest {
  readonly service:
    | "dynamodb"
    | "meetings"
    | "destination-service"
    | "profile"
    | "login"
    | "secrets"
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
  /** Calls of a smart property's PBX. */
  readonly readings: Reading[] = [];
  /** Contexts that Alexa or the telephony service was told to start a call with. */
  readonly starts: string[] = [];
  readonly runs: HandlerRun[] = [];
  /** Lambdas whose sandbox died while it answered an event of this call, of whosever request. */
  readonly deaths: LambdaName[] = [];
  readonly requests: ServiceRequest[] = [];
  readonly writes: TableWrite[] = [];
  /** What the webhook's receiver was sent of it, in its order. */
  readonly heard: Heard[] = [];
  /** Statuses that could not be told of: the dead-letter queue has them. */
  readonly undelivered: string[] = [];
  /** How many of its changes and contact events have not come through the call events Lambda. */
  underWay = 0;
  readonly steps: SmaTraceEvent[] = [];
  /** What the Lambdas wrote: log lines, metrics, annotations. */
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
