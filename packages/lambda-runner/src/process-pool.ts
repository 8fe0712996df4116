import { availableParallelism } from "node:os";
import { type Clock, systemClock } from "@skill-call/emulation";
import { idleMs } from "./idle-cores.ts";

/** One core is left to those that work: processes that start at once keep them, and each other, from being ready. */
const startsAtOnce = Math.max(1, availableParallelism() - 1);

/** Whoever waits for less than a start takes is better off waiting: how long the last one took, within these limits. */
const [shortestStartMs, longestStartMs] = [100, 1_000];

/** What shows that another process is of use, and does not take from those that work. */
interface Need {
  /** So much of a core is idle. */
  readonly spareCores: number;
  /** While somebody waits for as long as this: a look at the cores is the truer the longer it is. */
  readonly lookMs: number;
  /** Where no core is idle, whoever waited for so long needs one all the same: what is busy may wait for others than cores. */
  readonly inAnyCaseMs: number;
}

const few: Need = { spareCores: 0.2, lookMs: shortestStartMs, inAnyCaseMs: longestStartMs };
/** More than the cores can run: each has less of them, and has to warm up by itself. */
const many: Need = { spareCores: 0.5, lookMs: 500, inAnyCaseMs: 3_000 };
const mostOfFew = availableParallelism() + 1;

/** A process that is not ready by then is handed on as it is: whoever asks it finds out why. */
const startLimitMs = 10_000;

/** How long a process that nobody needs stays warm. */
const warmMs = 60_000;

/** What the pool knows of a process. */
export interface PooledProcess {
  /** Nothing more can be asked of it. */
  readonly over: boolean;
  /** Settles when it can be asked, or never will. */
  readonly initialised: Promise<unknown>;
  kill(): Promise<void>;
}

export interface ProcessPoolOptions<Process> {
  /** How many processes there may be. */
  readonly limit: number;
  readonly start: () => Process;
  readonly clock?: Clock;
  /** Milliseconds that the machine's cores have had nothing to do so far, summed. */
  readonly idleMs?: () => number;
}

interface Waiting<Process> {
  readonly since: number;
  readonly give: (process: Process | undefined) => void;
}

/** Keeps a Lambda's processes: warm, no more of them than are needed, and never more than the limit. */
export class ProcessPool<Process extends PooledProcess> {
  readonly #limit: number;
  readonly #start: () => Process;
  readonly #clock: Clock;
  readonly #idleMs: () => number;
  readonly #processes = new Set<Process>();
  /** Warm processes, the last used at the end: it is taken first, so that the others can retire. */
  readonly #idle: Process[] = [];
  readonly #retirements = new Map<Process, () => void>();
  readonly #waiting: Waiting<Process>[] = [];
  /** Processes that are not ready yet, with when they were started. */
  readonly #starting = new Map<Process, number>();
  #startMs = shortestStartMs;
  /** When the last one was ready: what it makes of those who wait is to be seen before another is started. */
  #readyAt = 0;
  #cancelGrowth: (() => void) | undefined;
  #closed = false;

  constructor(options: ProcessPoolOptions<Process>) {
    this.#limit = options.limit;
    this.#start = options.start;
    this.#clock = options.clock ?? systemClock;
    this.#idleMs = options.idleMs ?? idleMs;
  }

  /** A process for one invocation; undefined once the pool is closed. */
  async lease(): Promise<Process | undefined> {
    if (this.#closed) return undefined;
    return this.#warm() ?? (this.#processes.size === 0 ? this.#growForLessee() : this.#wait());
  }

  /** Takes back a process that can be asked again. */
  giveBack(process: Process): void {
    if (this.#closed) return;
    const first = this.#waiting.shift();
    if (first) first.give(process);
    else if (process.over) void this.discard(process);
    else this.#rest(process);
  }

  /** Ends a process: it is over, was too slow, or is out of date. */
  async discard(process: Process): Promise<void> {
    this.#processes.delete(process);
    this.#starting.delete(process);
    this.#wake(process);
    await process.kill();
    const nobodyServes = this.#processes.size === 0 && this.#waiting.length > 0;
    if (nobodyServes && this.#mayGrow()) this.#growForWaiting();
    else this.#planGrowth();
  }

  /** Ends what is idle; what is busy is the lessee's to discard. */
  async discardIdle(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((process) => this.discard(process)));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelGrowth?.();
    for (const { give } of this.#waiting.splice(0)) give(undefined);
    for (const cancel of this.#retirements.values()) cancel();
    await Promise.all([...this.#processes].map((process) => process.kill()));
  }

  #wait(): Promise<Process | undefined> {
    return new Promise((give) => {
      this.#waiting.push({ since: this.#clock.now(), give });
      this.#planGrowth();
    });
  }

  /**
   * One more process once somebody, of whom none that starts is for, has waited for longer than a start takes while a core
   * was idle; where none is, once they have waited for so long that they need one in any case.
   */
  #planGrowth(): void {
    const waitedMs = this.#waitedMs();
    if (waitedMs === undefined || this.#cancelGrowth || !this.#mayGrow()) return;
    const need = this.#processes.size < mostOfFew ? few : many;
    if (waitedMs >= need.inAnyCaseMs) this.#growForWaiting();
    else this.#lookAgain(waitedMs, need);
  }

  #lookAgain(waitedMs: number, { spareCores, lookMs, inAnyCaseMs }: Need): void {
    const [lookedAt, idleBefore] = [this.#clock.now(), this.#idleMs()];
    // From when on is known how idle the cores are.
    const inMs = Math.min(Math.max(this.#startMs - waitedMs, lookMs), inAnyCaseMs - waitedMs);
    this.#cancelGrowth = this.#clock.after(inMs, () => {
      this.#cancelGrowth = undefined;
      const passedMs = this.#clock.now() - lookedAt;
      const isSpare = this.#idleMs() - idleBefore >= spareCores * passedMs;
      const waitsLongEnough = (this.#waitedMs() ?? 0) >= this.#startMs;
      if (isSpare && waitsLongEnough && this.#mayGrow()) this.#growForWaiting();
      else this.#planGrowth();
    });
  }

  /** How long the first of those has waited of whom none that starts is for; what was ready since then they may yet get. */
  #waitedMs(): number | undefined {
    const next = this.#waiting[this.#starting.size];
    return next && this.#clock.now() - Math.max(next.since, this.#readyAt);
  }

  #mayGrow(): boolean {
    const isRoom = this.#processes.size < this.#limit && this.#starting.size < startsAtOnce;
    return isRoom && !this.#closed;
  }

  /** Its lessee waits until it is ready; the others may have it after that. */
  #growForLessee(): Process {
    const process = this.#grow();
    void process.initialised.then(() => this.#started(process));
    return process;
  }

  /** Whoever waits longest when it is ready gets it: for those who wait now another may have become free. */
  #growForWaiting(): void {
    const process = this.#grow();
    void waited(process.initialised, startLimitMs, this.#clock).then(() => {
      if (this.#processes.has(process)) this.giveBack(process);
      this.#started(process);
    });
    this.#planGrowth();
  }

  #grow(): Process {
    const startedAt = this.#clock.now();
    const process = this.#start();
    this.#processes.add(process);
    this.#starting.set(process, startedAt);
    return process;
  }

  #started(process: Process): void {
    const startedAt = this.#starting.get(process);
    if (startedAt === undefined) return;
    this.#starting.delete(process);
    this.#readyAt = this.#clock.now();
    const tookMs = this.#readyAt - startedAt;
    this.#startMs = Math.min(Math.max(shortestStartMs, tookMs), longestStartMs);
    this.#planGrowth();
  }

  #warm(): Process | undefined {
    for (let process = this.#idle.pop(); process; process = this.#idle.pop()) {
      this.#wake(process);
      if (!process.over) return process;
      this.#processes.delete(process);
    }
    return undefined;
  }

  #rest(process: Process): void {
    this.#idle.push(process);
    this.#retirements.set(
      process,
      this.#clock.after(warmMs, () => this.#retire(process)),
    );
  }

  #wake(process: Process): void {
    this.#retirements.get(process)?.();
    this.#retirements.delete(process);
  }

  /** The last one stays: the next call must not wait for a start. */
  #retire(process: Process): void {
    if (this.#processes.size <= 1) return;
    this.#idle.splice(this.#idle.indexOf(process), 1);
    void this.discard(process);
  }
}

/** Settles when a task has, or after `ms`. */
function waited(task: Promise<unknown>, ms: number, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    void task.then(() => {
      cancel();
      resolve();
    });
  });
}
