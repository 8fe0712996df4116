import { createLaptop, type LaptopOptions } from "../laptop/create-laptop.ts";
import { OpenParts } from "../laptop/open-parts.ts";
import { findRepository } from "../laptop/repository.ts";
import { type LoopbackServer, serveOnLoopback } from "../loopback-server.ts";
import { openAgentPage } from "./agent-page/open-agent-page.ts";
import { createConsoleApp } from "./console-app.ts";
import { CallRecorder } from "./record/call-recorder.ts";
import { LaptopSession } from "./session/laptop-session.ts";

export interface LaptopConsoleOptions extends Omit<LaptopOptions, "onStep"> {
  /** Any free one without it. */
  readonly port?: number;
}

/** It rings long enough that the agent's page can be read before the agent answers. */
const ringMs = 3_000;
const talkMs = 8_000;

/**
 * Starts the whole flow on this machine, with the call console in front of it.
 * @throws {LaptopError} when something is not built
 */
export async function startLaptopConsole({
  port,
  ...options
}: LaptopConsoleOptions = {}): Promise<LoopbackServer> {
  const parts = new OpenParts();
  try {
    const recorder = new CallRecorder();
    const laptop = parts.keep(
      await createLaptop({ ringMs, ...options, onStep: (event) => recorder.add(event) }),
    );
    let origin = "'none'";
    const agentPage = parts.keep(await openAgentPage(laptop, () => origin));
    const app = createConsoleApp({
      recorder,
      agentPage,
      session: new LaptopSession({ laptop, recorder, talkMs }),
      pageFile: findRepository(import.meta.url).consoleFile,
    });
    const server = parts.keep(await serveOnLoopback(app, port));
    origin = server.endpoint;
    return { endpoint: server.endpoint, close: () => parts.close() };
  } catch (error) {
    await parts.close();
    throw error;
  }
}
