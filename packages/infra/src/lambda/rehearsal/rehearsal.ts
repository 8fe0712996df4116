import { type AskingPorts, longestMs, type RehearsalPorts } from "./rehearsal-ports.ts";
import type { WireEvent } from "./rehearsed-call.ts";

/** Says what is wrong with an answer; nothing where it is as it should be. */
export type Judge = (answer: unknown) => readonly (string | undefined)[];

/** Invokes a new version event by event, and keeps what is wrong with its answers. */
export class Rehearsal {
  readonly problems: string[] = [];
  readonly #ports: AskingPorts;
  #invocations = 0;

  constructor(ports: AskingPorts) {
    this.#ports = ports;
  }

  newId(): string {
    return `rehearsal-${this.#ports.newId()}`;
  }

  async ask(what: string, event: WireEvent, judge: Judge): Promise<void> {
    this.#invocations += 1;
    const startedAt = this.#ports.now();
    let answer: unknown;
    try {
      answer = await this.#ports.invoke(event);
    } catch (error) {
      this.problems.push(`${what}: ${error instanceof Error ? error.message : "no answer"}`);
      return;
    }
    const took = this.#ports.now() - startedAt;
    const late = this.#invocations > 1 && took > longestMs ? [`it took ${took} ms`] : [];
    for (const problem of [...judge(answer), ...late]) {
      if (problem !== undefined) this.problems.push(`${what}: ${problem}`);
    }
  }
}

/**
 * Goes through a rehearsal with two contexts of its own, which are removed whatever comes, and answers what is wrong;
 * nothing where the version may take over.
 */
export async function rehearseWithContexts(
  ports: RehearsalPorts,
  play: (rehearsal: Rehearsal, first: string, second: string) => Promise<void>,
): Promise<readonly string[]> {
  const contexts: string[] = [];
  const rehearsal = new Rehearsal(ports);
  try {
    contexts.push(await ports.createContext());
    contexts.push(await ports.createContext());
    const [first = "", second = ""] = contexts;
    await play(rehearsal, first, second);
  } finally {
    await Promise.allSettled(contexts.map((contextId) => ports.removeContext(contextId)));
  }
  return rehearsal.problems;
}
