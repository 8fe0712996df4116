import {
  type CallContextStore,
  createItemStore,
  isCallContextError,
} from "@skill-call/call-context";
import type { SimulatedCall } from "../callers/simulated-call.ts";
import { deviceAfterMs } from "./device.ts";
import { tableName } from "./routes.ts";
import type { ContextTable } from "./table.ts";
import type { VirtualClock } from "./virtual-clock.ts";

export const propertyExtension = "5000";

export const login = {
  tokenUrl: "https://api.amazon.com/auth/o2/token",
  clientId: "amzn1.application-oa2-client.property",
  secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:property-AbCdEf",
};

/** What Secrets Manager holds: its words are found where they do not belong, as a caller's are. */
export const loginSecret = JSON.stringify({
  clientSecret: "quaxley-client-secret",
  refreshToken: "Atzr|quaxley-refresh-token",
});

/** The unit's communication profile; Amazon's sample finds its ID nested, the reference does not. */
export function unitProfile({ index, chance }: SimulatedCall): object {
  const profileId = `profile-${index}`;
  return chance.draw("nested profile") < 0.5 ? { profileId } : { profileId: { profileId } };
}

export interface SmartPropertyPorts {
  readonly clock: VirtualClock;
  readonly table: ContextTable;
  /** Told when a call of the PBX is over. */
  readonly onOver: (call: SimulatedCall) => void;
}

/** An Alexa Smart Property: its devices call its PBX, whose side reads the context by its ID, by the shared package. */
export class SmartProperty {
  readonly #ports: SmartPropertyPorts;
  readonly #store: Pick<CallContextStore, "get">;

  constructor(ports: SmartPropertyPorts) {
    const { clock, table } = ports;
    this.#ports = ports;
    this.#store = createItemStore({
      items: {
        get: async (input) => table.get(input),
        put: async (input) => table.put(input),
        update: async (input) => table.update(input),
      },
      tableName,
      clock: () => clock.now(),
      after: (ms, task) => clock.after(ms, task),
    });
  }

  /** The communications API has taken the request: the device calls when it gets to it. */
  tellDevice(call: SimulatedCall, contextId: string): void {
    call.starts.push(contextId);
    const { clock } = this.#ports;
    for (const ms of deviceAfterMs(call.chance)) {
      clock.after(ms, () => void this.#answer(call, contextId, ms));
    }
  }

  async #answer(call: SimulatedCall, contextId: string, afterMs: number): Promise<void> {
    const found = await this.#store.get(contextId).then(
      () => true,
      (error: unknown) => {
        if (!isCallContextError(error)) throw error;
        return false;
      },
    );
    const reading = { at: this.#ports.clock.now(), contextId, found, afterMs, isOver: false };
    call.readings.push(reading);
    this.#ports.clock.after(call.chance.between("talk at the PBX", 1000, 60_000), () => {
      reading.isOver = true;
      this.#ports.onOver(call);
    });
  }
}
