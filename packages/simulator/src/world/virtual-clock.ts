import { type Clock, settled } from "@skill-call/emulation";
import { Heap } from "heap-js";
import { uniform } from "../chance/chance.ts";

interface Task {
  readonly at: number;
  /** Puts what falls due in the same millisecond in an order that the seed decides. */
  readonly rank: number;
  run: (() => void) | undefined;
}

/** A turn of the event loop costs as much as a task. */
const tasksInTurn = 100;

/** Time that passes only when nobody has anything left to do; what falls due together runs in a random order. */
export class VirtualClock implements Clock {
  readonly #tasks = new Heap<Task>((a, b) => a.at - b.at || a.rank - b.rank);
  readonly #seed: number;
  readonly #startsAt: number;
  #now: number;
  #count = 0;

  constructor(seed: number, startsAt = Date.UTC(2026, 10, 23, 9)) {
    this.#seed = seed;
    this.#startsAt = startsAt;
    this.#now = startsAt;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#now - this.#startsAt;
  }

  after(ms: number, run: () => void): () => void {
    this.#count += 1;
    const task: Task = { at: this.#now + ms, rank: uniform([this.#seed, this.#count]), run };
    this.#tasks.push(task);
    return () => {
      task.run = undefined;
    };
  }

  /** Lets time pass until nothing is due any more, or it is enough. */
  async run(isEnough: () => boolean = () => false): Promise<void> {
    await settled();
    while (await this.#turn(isEnough)) await settled();
  }

  /** Runs some tasks; whether more may follow. Node settles every promise between two of them. */
  #turn(isEnough: () => boolean): Promise<boolean> {
    return new Promise((resolve, reject) => {
      let isOver = false;
      for (let count = 0; count < tasksInTurn; count += 1) {
        setImmediate(() => {
          try {
            isOver ||= isEnough() || !this.#runNext();
          } catch (error) {
            isOver = true;
            reject(error);
          }
        });
      }
      setImmediate(() => resolve(!isOver));
    });
  }

  /** Whether there was one. */
  #runNext(): boolean {
    const task = this.#tasks.pop();
    if (!task) return false;
    if (!task.run) return this.#runNext();
    this.#now = task.at;
    task.run();
    return true;
  }
}
