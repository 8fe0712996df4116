import type { LambdaName, SimulatedCall } from "../callers/simulated-call.ts";
import type { FaultName } from "../chance/faults.ts";
import { overTheWire } from "./over-the-wire.ts";
import { Sandbox } from "./sandbox.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** A Lambda's code, ready to answer events. */
export type Code = (event: unknown, context: LambdaContext) => Promise<unknown>;

export interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

export interface SimulatedLambdaOptions {
  readonly name: LambdaName;
  readonly clock: VirtualClock;
  /** What a cold start runs. */
  readonly start: (sandbox: Sandbox) => Code;
  readonly timeLimitMs: number;
}

/** How an invocation ended: the answer as it goes over the wire, or the sandbox's death. */
export type InvocationOutcome =
  | { readonly type: "answered"; readonly payload: unknown; readonly tookMs: number }
  | { readonly type: "threw"; readonly error: unknown }
  | { readonly type: "died" };

interface Place {
  readonly sandbox: Sandbox;
  readonly code: Code;
}

/** A Lambda: as many sandboxes as it has events at once; idle ones are used again, by any call. */
export class SimulatedLambda {
  readonly #options: SimulatedLambdaOptions;
  readonly #idle: Place[] = [];

  constructor(options: SimulatedLambdaOptions) {
    this.#options = options;
  }

  async invoke(call: SimulatedCall, event: unknown): Promise<InvocationOutcome> {
    const { name, clock, timeLimitMs } = this.#options;
    const place = this.#warm(call) ?? (await this.#cold(call));
    const startedAt = clock.now();
    const context = {
      getRemainingTimeInMillis: () => timeLimitMs - (clock.now() - startedAt),
    };
    const stop = clock.after(timeLimitMs, () => place.sandbox.die());
    try {
      const answer = await place.sandbox.answer(call, async () => ({
        payload: overTheWire(await place.code(overTheWire(event), context)),
      }));
      if (!answer) {
        call.deaths.push(name);
        return { type: "died" };
      }
      this.#idle.push(place);
      return { type: "answered", payload: answer.payload, tookMs: clock.now() - startedAt };
    } catch (error) {
      this.#idle.push(place);
      return { type: "threw", error };
    } finally {
      stop();
    }
  }

  #warm({ chance }: SimulatedCall): Place | undefined {
    if (chance.befalls("sandbox-recycled" satisfies FaultName)) this.#idle.pop();
    return this.#idle.pop();
  }

  async #cold({ chance }: SimulatedCall): Promise<Place> {
    const { clock, start } = this.#options;
    await new Promise<void>((resolve) => {
      clock.after(chance.between("cold start", 150, 700), resolve);
    });
    const offMs = chance.befalls("clock-off") ? chance.between("clock off by", -2000, 2000) : 0;
    const sandbox = new Sandbox(clock, offMs);
    return { sandbox, code: start(sandbox) };
  }
}
