import { builtPage, CallRecords, createConsoleApp } from "@skill-call/call-console";
import {
  type LoopbackServer,
  type OpenParts,
  openTogether,
  serveOnLoopback,
  systemClock,
} from "@skill-call/emulation";
import { openAgentPage } from "../agent-page/open-agent-page.ts";
import { ScreenReading } from "../agent-page/screen-reading.ts";
import { createLaptop, type LaptopOptions } from "../create-laptop.ts";
import { laptopRoutes } from "./laptop-routes.ts";
import { LaptopSession } from "./laptop-session.ts";
import { laptopSetup } from "./laptop-setup.ts";
import { SessionRecorder } from "./session-recorder.ts";

export type LaptopConsoleOptions = Pick<LaptopOptions, "callStarter">;

/** At least so long it rings, also where no screen is read, so that it is seen. */
const ringMs = 1_500;
const talkMs = 8_000;

/**
 * Starts the whole flow on this machine, with the call console in front of it.
 * @throws {LaptopError} when something is not built
 */
export function startLaptopConsole(options: LaptopConsoleOptions): Promise<LoopbackServer> {
  return openTogether((parts) => compose(options, parts));
}

async function compose(options: LaptopConsoleOptions, parts: OpenParts): Promise<LoopbackServer> {
  const clock = systemClock;
  const records = new CallRecords();
  const recorder = new SessionRecorder(records);
  const reading = new ScreenReading(clock);
  const laptop = parts.keep(
    await createLaptop({
      ...options,
      clock,
      ringMs,
      readScreen: (screen, by) => reading.read(screen, by),
      onStep: (event) => recorder.add(event),
    }),
  );
  parts.keep(reading);
  let origin = "'none'";
  const agentPage = parts.keep(
    await openAgentPage({
      laptop,
      framedBy: () => origin,
      onContext: (contextId) => reading.shows(contextId),
    }),
  );
  const session = new LaptopSession({ laptop, recorder, talkMs });
  const app = createConsoleApp({
    setup: laptopSetup(),
    sources: [records],
    routes: laptopRoutes({ session, agentPage }),
    pageFile: builtPage,
    frameOrigin: agentPage.frameOrigin,
  });
  const server = parts.keep(await serveOnLoopback(app));
  origin = server.endpoint;
  return { endpoint: server.endpoint, close: () => parts.close() };
}
