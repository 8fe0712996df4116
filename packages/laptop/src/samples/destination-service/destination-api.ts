import type { LoopbackEnv } from "@skill-call/emulation";
import { unanswered } from "@skill-call/emulation";
import { type Context, Hono } from "hono";
import { type ArrivedContext, readArrivedContext } from "./arrived-context.ts";
import type { Branch } from "./branches.ts";
import { closestBranch } from "./closest-branch.ts";
import type { DestinationFault } from "./destination-faults.ts";

/** One request, for observers. */
export interface DestinationExchange {
  readonly request: unknown;
  readonly status?: number;
  readonly answer?: unknown;
  readonly fault?: DestinationFault;
  readonly durationMs: number;
}

export interface DestinationApiPorts {
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly takeFault: () => DestinationFault | undefined;
  /** Puts what arrived on the screen of the branch that will answer. */
  readonly show: (branch: Branch, context: ArrivedContext) => void;
  readonly onExchange: (exchange: DestinationExchange) => void;
}

/** `POST /` with the call context as JSON → `{"phoneNumber": "+1…"}`. */
export function destinationApi(ports: DestinationApiPorts): Hono<LoopbackEnv> {
  return new Hono<LoopbackEnv>().post("/", async (c) => {
    const startedAt = ports.now();
    const fault = ports.takeFault();
    const request: unknown = await c.req.json().catch(() => undefined);
    if (fault?.kind === "delay") await ports.wait(fault.ms);
    const response = await respond(c, ports, { request, fault });
    ports.onExchange({
      request,
      ...(response && { status: response.status, answer: await bodyOf(response) }),
      ...(fault && { fault }),
      durationMs: ports.now() - startedAt,
    });
    return response ?? unanswered(c, fault?.kind === "hang" ? "hang" : "connection-reset");
  });
}

/** The answer, or `undefined` where the fault leaves none. */
function respond(
  c: Context<LoopbackEnv>,
  { show }: DestinationApiPorts,
  { request, fault }: { request: unknown; fault: DestinationFault | undefined },
): Response | undefined {
  switch (fault?.kind) {
    case "hang":
    case "connection-reset":
      return undefined;
    case "status":
      return new Response("Out of order", { status: fault.status });
    case "garbage":
      return c.text("<html>Welcome</html>");
    case "unusable-number":
      return c.json({ phoneNumber: "ask at the desk" });
    default: {
      const arrived = readArrivedContext(request);
      if ("wrongField" in arrived) {
        return c.json({ message: `${arrived.wrongField} is missing or wrong` }, 400);
      }
      const { reason, callerNumber } = arrived.context;
      const branch = closestBranch({ reasonId: reason.id, callerNumber });
      show(branch, arrived.context);
      return c.json({ phoneNumber: branch.phoneNumber });
    }
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.clone().text();
  return response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
}
