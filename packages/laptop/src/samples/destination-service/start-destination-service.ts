import type { Clock } from "@skill-call/emulation";
import { FaultQueue, serveOnLoopback, waited } from "@skill-call/emulation";
import type { LaptopTrace } from "../../story/laptop-trace.ts";
import type { ArrivedContext } from "./arrived-context.ts";
import type { Branch } from "./branches.ts";
import { type DestinationExchange, destinationApi } from "./destination-api.ts";
import type { DestinationFault, DestinationFaults } from "./destination-faults.ts";

/** What is on a branch's screen when its phone rings. */
export interface BranchScreen {
  readonly branch: Branch;
  readonly context: ArrivedContext;
}

/** A back end that picks the branch to call, over HTTP as a real one would. */
export interface DestinationService {
  /** For the `destinationService` of a route. */
  readonly url: string;
  readonly faults: DestinationFaults;
  /** What the branch with this phone number has on its screen; the next caller finds it empty. */
  takeScreen(phoneNumber: string): BranchScreen | undefined;
  close(): Promise<void>;
}

export async function startDestinationService({
  clock,
  trace,
}: {
  readonly clock: Clock;
  readonly trace: LaptopTrace;
}): Promise<DestinationService> {
  const faults = new FaultQueue<DestinationFault>();
  const screens = new Map<string, BranchScreen>();
  const closing = new AbortController();
  const server = await serveOnLoopback(
    destinationApi({
      now: clock.now,
      wait: async (ms) => void (await waited({ clock, ms, signal: closing.signal })),
      takeFault: () => faults.take(),
      show: (branch, context) => screens.set(branch.phoneNumber, { branch, context }),
      onExchange: (exchange) => trace(arrow(exchange)),
    }),
  );
  return {
    url: `${server.endpoint}/`,
    faults,
    takeScreen: (phoneNumber) => {
      const screen = screens.get(phoneNumber);
      screens.delete(phoneNumber);
      return screen;
    },
    close: () => {
      closing.abort();
      return server.close();
    },
  };
}

function arrow(exchange: DestinationExchange) {
  const outcome = exchange.fault?.kind ?? exchange.status;
  return {
    from: "sma-handler",
    to: "destination-service",
    kind: "destination.request",
    label: `POST context: ${outcome}`,
    durationMs: exchange.durationMs,
    detail: exchange,
  } as const;
}
