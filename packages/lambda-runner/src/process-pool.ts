import { availableParallelism } from "node:os";
import { type Clock, systemClock } from "@skill-call/emulation";

/** A machine has so many cores: more processes that start at once only keep each other from being ready. */
const startsAtOnce = Math.max(2, availableParallelism());

/** A process is busy for milliseconds, and takes hundreds to start: who finds all of them busy waits this long first. */
const patienceMs = 100;

/** How long a process that nobody needs stays warm. */
const idleMs = 60_000;

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
}

/** Keeps a Lambda's processes: warm, no more of them than are needed, and never more than the limit. */
export class ProcessPool<Process extends PooledProcess> {
  readonly #limit: number;
  readonly #start: () => Process;
  readonly #clock: Clock;
  readonly #processes = new Set<Process>();
  /** Warm processes, the last used at the end: it is taken first, so that the others can retire. */
  readonly #idle: Process[] = [];
  readonly #retirements = new Map<Process, () => void>();
  readonly #waiting: ((process: Process | undefined) => void)[] = [];
  #starting = 0;
  #closed = false;

  constructor({ limit, start, clock = systemClock }: ProcessPoolOptions<Process>) {
    this.#limit = limit;
    this.#start = start;
    this.#clock = clock;
  }

  /** A process for one invocation; undefined once the pool is closed. */
  async lease(): Promise<Process | undefined> {
    if (this.#closed) return undefined;
    const process = this.#warm() ?? (this.#processes.size === 0 ? this.#grow() : undefined);
    return process ?? this.#wait();
  }

  /** Takes back a process that can be asked again. */
  giveBack(process: Process): void {
    const give = this.#waiting.shift();
    if (give) give(process);
    else this.#rest(process);
  }

  /** Ends a process: it is over, was too slow, or is out of date. */
  async discard(process: Process): Promise<void> {
    this.#processes.delete(process);
    this.#wake(process);
    await process.kill();
    if (this.#waiting.length > 0) this.#grow();
  }

  /** Ends what is idle; what is busy is the lessee's to discard. */
  async discardIdle(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((process) => this.discard(process)));
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const give of this.#waiting.splice(0)) give(undefined);
    for (const cancel of this.#retirements.values()) cancel();
    await Promise.all([...this.#processes].map((process) => process.kill()));
  }

  #wait(): Promise<Process | undefined> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(patienceMs, () => this.#grow());
      this.#waiting.push((process) => {
        cancel();
        resolve(process);
      });
    });
  }

  /** One more process, if there may be one; the longest waiting request gets it, or one that is free before. */
  #grow(): Process | undefined {
    if (this.#closed || this.#processes.size >= this.#limit) return undefined;
    if (this.#starting >= startsAtOnce) return undefined;
    const process = this.#start();
    this.#processes.add(process);
    this.#starting += 1;
    const first = this.#waiting.shift();
    void process.initialised.then(() => {
      this.#starting -= 1;
      if (this.#waiting.length > 0) this.#grow();
    });
    first?.(process);
    return process;
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
      this.#clock.after(idleMs, () => this.#retire(process)),
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
