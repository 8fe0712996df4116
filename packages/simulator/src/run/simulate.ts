import type { CallForm } from "@skill-call/call-form";
import { sayItAll } from "../callers/alexa-device.ts";
import { personOf } from "../callers/person.ts";
import { type CallKind, SimulatedCall } from "../callers/simulated-call.ts";
import { callWithoutSkill, isStranger } from "../callers/strangers.ts";
import { Chance } from "../chance/chance.ts";
import type { FaultRates } from "../chance/faults.ts";
import { Transaction } from "../invariants/call-facts.ts";
import { ContactFacts } from "../invariants/contact-facts.ts";
import { type InvariantName, invariantNames, invariants } from "../invariants/invariants.ts";
import { type Doubles, noDoubles } from "../world/doubles.ts";
import { createWorld, type World } from "../world/world.ts";

export interface SimulationOptions {
  readonly seed: number;
  /** The calls by their numbers, from 0. */
  readonly calls: readonly number[] | number;
  readonly rates: FaultRates;
  readonly form: CallForm;
  readonly doubles?: Doubles;
  /** Mishaps that do not happen: of every call, by the name that `mishaps` has for them. */
  readonly without?: ReadonlySet<string>;
  /** Hears of each call when its story is over. */
  readonly onCall?: (call: SimulatedCall, violations: readonly Violation[]) => void;
  /** Ends the run early. */
  readonly isEnough?: () => boolean;
}

/** A call for which an invariant does not hold. */
export interface Violation {
  readonly invariant: InvariantName;
  readonly call: number;
  readonly what: string;
}

export interface SimulationResult {
  readonly calls: number;
  readonly violations: readonly Violation[];
  /** How often each mishap befell somebody. */
  readonly mishaps: ReadonlyMap<string, number>;
  /** Simulated milliseconds. */
  readonly lastedMs: number;
}

/** Milliseconds between two calls, on average: some thousand are under way at once. */
const meanGapMs = 25;

/** After its last leg is down, so that what was late or frozen has come. */
const quietMs = 60_000;

/** Runs calls, thousands at once, in simulated time; the same for the same options. */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const run = new Simulation(options);
  return run.toEnd();
}

class Simulation {
  readonly #options: SimulationOptions;
  readonly #world: World;
  readonly #violations: Violation[] = [];
  readonly #mishaps = new Map<string, number>();
  readonly #upcoming: Iterator<number>;
  /** Stop the waiting for calls of which nothing comes. */
  readonly #waiting = new Map<SimulatedCall, () => void>();
  #done = 0;

  constructor(options: SimulationOptions) {
    const { seed, form, calls, doubles = noDoubles } = options;
    this.#options = options;
    this.#world = createWorld({ seed, form, doubles, onOver: (call) => this.#over(call) });
    this.#upcoming = (typeof calls === "number" ? numbersTo(calls) : calls).values();
  }

  async toEnd(): Promise<SimulationResult> {
    const { clock } = this.#world;
    this.#next();
    await clock.run(this.#options.isEnough);
    return {
      calls: this.#done,
      violations: this.#violations,
      mishaps: this.#mishaps,
      lastedMs: clock.monotonic(),
    };
  }

  #next(): void {
    const { value, done } = this.#upcoming.next();
    if (done) return;
    const call = this.#begin(value);
    this.#world.clock.after(call.chance.between("gap", 0, 2 * meanGapMs), () => this.#next());
  }

  #begin(index: number): SimulatedCall {
    const { seed, rates, without } = this.#options;
    const chance = new Chance({ seed, call: index, rates, ...(without && { without }) });
    const kind = kindOf(chance);
    const call = new SimulatedCall(index, { kind, person: personOf(index, chance), chance });
    this.#world.calls.set(index, call);
    if (isStranger(kind)) callWithoutSkill(call, kind, this.#world);
    else void sayItAll(call, this.#world).then(() => this.#sweepEarly(call));
    // Where no call comes of it, nothing says that it is over.
    this.#waiting.set(
      call,
      this.#world.clock.after(longestMs, () => this.#end(call)),
    );
    return call;
  }

  #sweepEarly({ chance, contextIds }: SimulatedCall): void {
    if (!chance.befalls("ttl-early")) return;
    for (const contextId of contextIds) this.#world.table.sweep(contextId);
  }

  #over(call: SimulatedCall): void {
    this.#world.clock.after(quietMs, () => {
      const { calls } = this.#world;
      if (calls.get(call.index) !== call) return;
      if (hasEnded(call)) this.#end(call);
    });
  }

  #end(call: SimulatedCall): void {
    const { calls, table, stream } = this.#world;
    if (!calls.delete(call.index)) return;
    this.#waiting.get(call)?.();
    this.#waiting.delete(call);
    const violations = this.#judge(call);
    stream.forget(call);
    for (const contextId of call.contextIds) table.sweep(contextId);
    for (const mishap of call.chance.mishaps) {
      const fault = mishap.replace(/#\d+$/, "");
      this.#mishaps.set(fault, (this.#mishaps.get(fault) ?? 0) + 1);
    }
    this.#done += 1;
    this.#violations.push(...violations);
    this.#options.onCall?.(call, violations);
  }

  #judge(call: SimulatedCall): readonly Violation[] {
    const facts = {
      call,
      transactions: call.placed.map((placed) => new Transaction(placed, call)),
      contacts: call.contacts.map((placed) => new ContactFacts(placed, call)),
      meetingsOpen: [...call.meetings].filter((id) => isOpenAndEmpty(id, call, this.#world)),
    };
    return invariantNames.flatMap((invariant) => {
      const what = invariants[invariant].holds(facts);
      return what === undefined ? [] : [{ invariant, call: call.index, what }];
    });
  }
}

function hasEnded({ placed, steps, contacts, readings, underWay }: SimulatedCall): boolean {
  // Of some no call has come yet.
  if (underWay > 0 || placed.length + contacts.length + readings.length === 0) return false;
  const over = steps.filter(({ kind }) => kind === "call.over");
  return (
    placed.every(({ transactionId }) =>
      over.some((step) => step.transactionId === transactionId),
    ) &&
    contacts.every(({ contact }) => contact.over) &&
    readings.every(({ isOver }) => isOver)
  );
}

/** Longer than any call: a talk, and all that may delay its end. */
const longestMs = 1_800_000;

function isOpenAndEmpty(meetingId: string, call: SimulatedCall, { meetings }: World): boolean {
  const wasIn = call.steps.some(
    ({ kind, detail }) =>
      kind === "leg.joined" && (detail as { readonly meetingId?: string }).meetingId === meetingId,
  );
  if (wasIn) return false;
  try {
    return meetings.meeting(meetingId).meetingId === meetingId;
  } catch {
    return false;
  }
}

function kindOf(chance: Chance): CallKind {
  const draw = chance.draw("kind");
  if (draw < 0.5) return "skill-call";
  if (draw < 0.65) return "callback";
  if (draw < 0.8) return "connect";
  if (draw < 0.85) return "connect-task";
  if (draw < 0.9) return "smart-properties";
  return chance.pick("kind of stranger", ["ordinary", "guessed", "stranger", "malformed"]);
}

function numbersTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
