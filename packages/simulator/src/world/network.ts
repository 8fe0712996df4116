import type { Chance } from "../chance/chance.ts";
import type { FaultName } from "../chance/faults.ts";
import type { Sandbox } from "./sandbox.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** One request of a Lambda's to a service. */
export interface RequestTo<T> {
  readonly sandbox: Sandbox;
  readonly service: string;
  readonly signal: AbortSignal;
  /** What the service does when the request is there. */
  readonly perform: () => T;
  readonly faults: RequestFaults;
}

export interface RequestFaults {
  /** The sandbox dies with the request under way. */
  readonly killed: FaultName;
  /** Never arrives. */
  readonly lost?: FaultName;
  readonly slow?: FaultName;
  /** Refused, with the error that the client throws. */
  readonly refused?: Partial<Record<FaultName, () => unknown>>;
  /** Carried out; the client throws this error instead of the answer. */
  readonly answerLost?: readonly [FaultName, () => unknown];
}

/** The way between Lambdas and services, with its delays and losses. */
export class Network {
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  /** Settles as the client's promise would; never, where nothing comes and nobody gives up. */
  request<T>(request: RequestTo<T>): Promise<T> {
    const { sandbox, service, signal, faults } = request;
    // Of the call that asks: when the request arrives, its sandbox may answer another.
    const { chance } = sandbox.call;
    if (chance.befalls(faults.killed)) {
      this.#clock.after(chance.between("dies after", 0, 20), () => sandbox.die());
    }
    return new Promise((resolve, reject) => {
      const giveUp = () => reject(signal.reason);
      if (signal.aborted) return giveUp();
      signal.addEventListener("abort", giveUp, { once: true });
      if (faults.lost && chance.befalls(faults.lost)) return;
      const wayMs = chance.between(`way to ${service}`, 1, 6);
      const slowMs =
        faults.slow && chance.befalls(faults.slow) ? chance.between("slow", 300, 4000) : 0;
      this.#clock.after(wayMs + slowMs, () => {
        const end = outcome(request, chance);
        this.#clock.after(wayMs, () =>
          sandbox.arrive(() => {
            signal.removeEventListener("abort", giveUp);
            if ("value" in end) resolve(end.value);
            else reject(end.error);
          }),
        );
      });
    });
  }
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

function outcome<T>({ perform, faults }: RequestTo<T>, chance: Chance): Outcome<T> {
  for (const [fault, error] of Object.entries(faults.refused ?? {})) {
    if (chance.befalls(fault as FaultName)) return { error: error() };
  }
  const performed = performedBy(perform);
  const [answerLost, error] = faults.answerLost ?? [];
  return answerLost && error && chance.befalls(answerLost) ? { error: error() } : performed;
}

function performedBy<T>(perform: () => T): Outcome<T> {
  try {
    return { value: perform() };
  } catch (error) {
    return { error };
  }
}
