import type { Clock } from "@skill-call/emulation";
import type { Contact, Queue } from "../contact/contact.ts";

/** An agent of a queue, who follows a script. */
export interface AgentScript {
  readonly name: string;
  /** From the offer to the accepted contact. */
  readonly acceptsAfterMs?: number;
  /** From the connected contact to the agent's hang-up; without it the customer has to. */
  readonly hangsUpAfterMs?: number;
  /** What the agent's screen does once they have accepted a contact; they are connected when it has resolved. */
  readonly screenPops?: (contact: Contact) => Promise<void>;
  /** Called when a contact is connected; the agent hangs up when it resolves. Goes over `hangsUpAfterMs`. */
  readonly talks?: (contact: Contact, signal: AbortSignal) => Promise<void>;
}

export interface QueueSetting extends Queue {
  /** Contacts that may wait at once; any number without it. */
  readonly capacity?: number;
  readonly agents?: readonly AgentScript[];
}

interface Waiting {
  readonly give: (agent: AgentScript) => void;
}

interface QueueState {
  readonly setting: QueueSetting;
  readonly free: AgentScript[];
  readonly waiting: Waiting[];
}

/** The queues of an instance, with the agents who serve them: first come, first served. */
export class Queues {
  readonly #states: Map<string, QueueState>;
  readonly #clock: Clock;

  constructor(settings: readonly QueueSetting[], clock: Clock) {
    this.#clock = clock;
    this.#states = new Map(
      settings.map((setting) => [
        setting.arn,
        { setting, free: [...(setting.agents ?? [])], waiting: [] },
      ]),
    );
  }

  /** By ARN, or by the id at its end. */
  find(id: string): Queue | undefined {
    const state =
      this.#states.get(id) ??
      [...this.#states.values()].find(({ setting }) => id !== "" && setting.arn.endsWith(`/${id}`));
    return state && { arn: state.setting.arn, name: state.setting.name };
  }

  isFull({ arn }: Queue): boolean {
    const state = this.#states.get(arn);
    const { capacity = Number.POSITIVE_INFINITY } = state?.setting ?? {};
    return (state?.waiting.length ?? 0) >= capacity;
  }

  metric({ arn }: Queue, metric: string): number {
    const state = this.#states.get(arn);
    if (!state) return 0;
    if (metric === "NumberOfAgentsAvailable") return state.free.length;
    if (metric === "NumberOfContactsInQueue") return state.waiting.length;
    const staffed = metric === "NumberOfAgentsStaffed" || metric === "NumberOfAgentsOnline";
    return staffed ? (state.setting.agents ?? []).length : 0;
  }

  /** Waits for an agent who accepts; undefined when the signal ends the wait. Give the agent back with `release`. */
  async next({ arn }: Queue, signal: AbortSignal): Promise<AgentScript | undefined> {
    const state = this.#states.get(arn);
    if (!state || signal.aborted) return undefined;
    const agent = state.free.shift() ?? (await this.#turn(state, signal));
    if (!agent) return undefined;
    const accepted = await this.#accepts(agent, signal);
    if (accepted) return agent;
    this.release({ arn, name: "" }, agent);
    return undefined;
  }

  release({ arn }: Queue, agent: AgentScript): void {
    const state = this.#states.get(arn);
    const waiting = state?.waiting.shift();
    if (waiting) waiting.give(agent);
    else state?.free.push(agent);
  }

  #turn(state: QueueState, signal: AbortSignal): Promise<AgentScript | undefined> {
    return new Promise((resolve) => {
      const waiting: Waiting = { give: resolve };
      state.waiting.push(waiting);
      const leave = () => {
        const at = state.waiting.indexOf(waiting);
        if (at >= 0) state.waiting.splice(at, 1);
        resolve(undefined);
      };
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  #accepts({ acceptsAfterMs = 0 }: AgentScript, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve(false);
      const leave = () => {
        cancel();
        resolve(false);
      };
      const cancel = this.#clock.after(acceptsAfterMs, () => {
        signal.removeEventListener("abort", leave);
        resolve(true);
      });
      signal.addEventListener("abort", leave, { once: true });
    });
  }
}
