import type { CallStarterName } from "@skill-call/call-context";
import type { CallForm } from "@skill-call/call-form";
import { countingIds } from "@skill-call/emulation";
import type { Invocation, LambdaFunction } from "@skill-call/lambda-runner";
import { MeetingRegistry } from "@skill-call/sma-emulator";
import { callOfId } from "../callers/ids.ts";
import type { HandlerRun, SimulatedCall } from "../callers/simulated-call.ts";
import { callEventsCode } from "./call-events-code.ts";
import { connectHandlerCode } from "./connect-handler-code.ts";
import { ContactCentre } from "./contact-centre.ts";
import { ContactEventBus } from "./contact-event-bus.ts";
import type { Doubles } from "./doubles.ts";
import { withEarlyHangUps } from "./early-hang-ups.ts";
import { Network } from "./network.ts";
import { SimulatedLambda } from "./simulated-lambda.ts";
import { skillCode, starters } from "./skill-code.ts";
import { smaHandlerCode } from "./sma-handler-code.ts";
import { SmartProperty } from "./smart-property.ts";
import { ContextTable } from "./table.ts";
import { TableStream } from "./table-stream.ts";
import { Telephony } from "./telephony.ts";
import { VirtualClock } from "./virtual-clock.ts";
import { WebhookReceiver } from "./webhook-receiver.ts";

export interface WorldOptions {
  readonly seed: number;
  readonly form: CallForm;
  readonly doubles: Doubles;
  readonly onOver: (call: SimulatedCall) => void;
}

/** Everything that calls go through, in one process and one time. */
export interface World {
  readonly clock: VirtualClock;
  readonly table: ContextTable;
  readonly stream: TableStream;
  readonly meetings: MeetingRegistry;
  readonly telephony: Telephony;
  readonly skills: Readonly<Record<CallStarterName, SimulatedLambda>>;
  /** The calls whose story is not over. */
  readonly calls: Map<number, SimulatedCall>;
}

export function createWorld({ seed, form, doubles, onOver }: WorldOptions): World {
  const clock = new VirtualClock(seed);
  const calls = new Map<number, SimulatedCall>();
  const callOf = (id: string) => calls.get(callOfId(id) ?? -1);
  const network = new Network(clock);
  const meetings = new MeetingRegistry({ clock, newId: countingIds(), publish: () => {} });
  const table = new ContextTable((contextId, write) => {
    const call = callOf(contextId);
    call?.writes.push(write);
    if (call) stream.write(call, write);
  });
  const services = { network, table, meetings };
  const handler = new SimulatedLambda({
    name: "sma-handler",
    clock,
    start: smaHandlerCode(services, doubles),
    timeLimitMs: 10_000,
  });
  const plain = delivered("sma-handler", { clock, callOf, handler, read: readSmaEvent });
  const lambda = withEarlyHangUps(plain, { clock, callOf });
  const telephony = new Telephony({ clock, lambda, meetings, callOf, onOver });
  const contactHandler = new SimulatedLambda({
    name: "connect-handler",
    clock,
    start: connectHandlerCode({ ...services, form }, doubles),
    timeLimitMs: 8000,
  });
  const receiver = new WebhookReceiver({ clock, callOfHash: (hash) => stream.callOfHash(hash) });
  const eventsLambda = new SimulatedLambda({
    name: "call-events",
    clock,
    start: callEventsCode({ ...services, receiver, contactCentre: () => contactCentre }, doubles),
    timeLimitMs: 150_000,
  });
  const events = { clock, lambda: eventsLambda, onDone: onOver };
  const stream = new TableStream(events);
  const bus = new ContactEventBus(events);
  const contactCentre = new ContactCentre({
    clock,
    lambda: delivered("connect-handler", {
      clock,
      callOf,
      handler: contactHandler,
      read: readContactEvent,
    }),
    callOf,
    onOver,
    onContactEvent: (call, event) => bus.send(call, event),
  });
  const property = new SmartProperty({ clock, table, onOver });
  const skill = (starter: CallStarterName) =>
    new SimulatedLambda({
      name: "skill",
      clock,
      start: skillCode(starter, { ...services, telephony, contactCentre, property, form }, doubles),
      timeLimitMs: 8000,
    });
  const skills = Object.fromEntries(
    starters.map((starter) => [starter, skill(starter)]),
  ) as World["skills"];
  return { clock, table, stream, meetings, telephony, skills, calls };
}

/** Of which call or contact an event is, and of which type. */
type EventFacts = Pick<HandlerRun, "transactionId" | "eventType">;

function readSmaEvent(event: unknown): EventFacts {
  const { InvocationEventType, InvocationEvent, CallDetails } = event as {
    readonly InvocationEventType?: string;
    readonly InvocationEvent?: string;
    readonly CallDetails: { readonly TransactionId: string };
  };
  const eventType = InvocationEventType ?? InvocationEvent ?? "";
  return { transactionId: CallDetails.TransactionId, eventType };
}

function readContactEvent(event: unknown): EventFacts {
  const { Details } = event as {
    readonly Details: {
      readonly ContactData: { readonly InitialContactId: string };
      readonly Parameters: { readonly step?: string };
    };
  };
  const eventType = Details.Parameters.step ?? "";
  return { transactionId: Details.ContactData.InitialContactId, eventType };
}

interface Delivery {
  readonly clock: VirtualClock;
  readonly callOf: (id: string) => SimulatedCall | undefined;
  readonly handler: SimulatedLambda;
  readonly read: (event: unknown) => EventFacts;
}

/** The way of events to a handler, with what befalls them. */
function delivered(name: string, { clock, callOf, handler, read }: Delivery): LambdaFunction {
  const run = async (call: SimulatedCall, event: unknown): Promise<Invocation> => {
    const startedAt = clock.now();
    const end = await handler.invoke(call, event);
    const durationMs = clock.now() - startedAt;
    call.runs.push({
      ...read(event),
      startedAt,
      outcome: end.type,
      tookMs: end.type === "answered" ? end.tookMs : durationMs,
    });
    if (end.type === "answered") {
      return { outcome: "answered", payload: end.payload, durationMs };
    }
    const errorType = end.type === "died" ? "Runtime.ExitError" : "Error";
    return { outcome: "failed", errorType, message: end.type, durationMs };
  };
  return {
    name,
    concurrency: Number.POSITIVE_INFINITY,
    warm: async () => undefined,
    close: async () => {},
    invoke: async (event) => {
      const call = callOf(read(event).transactionId);
      if (!call) throw new Error("An event of no call");
      const { chance } = call;
      if (chance.befalls("event-lost")) return never();
      const lateMs = chance.befalls("event-late") ? chance.between("late", 500, 7000) : 0;
      await passed(clock, lateMs + chance.between("way to Lambda", 2, 20));
      if (chance.befalls("event-twice")) void run(call, event);
      const invocation = await run(call, event);
      if (chance.befalls("event-answer-lost")) return never();
      await passed(clock, chance.between("way from Lambda", 2, 20));
      return invocation;
    },
  };
}

/** A promise of its own: whoever waits for it can be forgotten with it. */
function never(): Promise<never> {
  return new Promise(() => {});
}

function passed(clock: VirtualClock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.after(ms, resolve));
}
