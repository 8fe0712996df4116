import { builtPage, CallRecords, createConsoleApp, type Mistakes } from "@skill-call/call-console";
import {
  type OpenParts,
  openTogether,
  type ServedFromPort,
  serveFromPort,
  systemClock,
} from "@skill-call/emulation";
import { openAgentPage } from "../agent-page/open-agent-page.ts";
import { ScreenReading } from "../agent-page/screen-reading.ts";
import { createLaptop, type LaptopOptions } from "../create-laptop.ts";
import { PortTakenError } from "../errors.ts";
import { readOwnForm, type SkillFolder } from "../skill-folder/read-skill-folder.ts";
import { laptopRoutes } from "./laptop-routes.ts";
import { LaptopSession } from "./laptop-session.ts";
import { callersOfForm, laptopSetup } from "./laptop-setup.ts";
import { SessionRecorder } from "./session-recorder.ts";

export interface LaptopConsoleOptions extends Pick<LaptopOptions, "callStarter" | "timesSlower"> {
  /** Another skill than the repository's own, and where its calls go. */
  readonly skillFolder?: SkillFolder | undefined;
  /** The one that the user asked for; the usual one, or the next that is free, without it. */
  readonly port?: number | undefined;
  readonly mistakes: Mistakes;
}

export type LaptopConsole = ServedFromPort;

const usualPort = 4700;

/** At least so long it rings, also where no screen is read, so that it is seen. */
const ringMs = 1_500;
const talkMs = 8_000;

/**
 * Starts the whole flow on this machine, with the call console in front of it.
 * @throws {LaptopError} when something is not built, or a sample caller has no answer to the form
 */
export function startLaptopConsole(options: LaptopConsoleOptions): Promise<LaptopConsole> {
  return openTogether((parts) => compose(options, parts));
}

async function compose(options: LaptopConsoleOptions, parts: OpenParts): Promise<LaptopConsole> {
  const { callStarter, timesSlower, skillFolder, port, mistakes } = options;
  const clock = systemClock;
  const form = skillFolder?.form ?? readOwnForm();
  const cases = skillFolder && callersOfForm(form, new Date(clock.now()));
  const records = new CallRecords();
  const recorder = new SessionRecorder(records);
  const reading = new ScreenReading(clock);
  const laptop = parts.keep(
    await createLaptop({
      ...(callStarter && { callStarter }),
      ...(timesSlower !== undefined && { timesSlower }),
      ...(skillFolder && { skillFolder }),
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
      form,
      framedBy: () => origin,
      onContext: (contextId) => reading.shows(contextId),
    }),
  );
  const session = new LaptopSession({ laptop, form, recorder, talkMs });
  const app = createConsoleApp({
    setup: laptopSetup(form, cases),
    sources: [records],
    routes: laptopRoutes({ session, agentPage, locales: form.words.map(({ locale }) => locale) }),
    pageFile: builtPage,
    frameOrigin: agentPage.frameOrigin,
    mistakes,
  });
  const served = serveFromPort(app, { usual: usualPort, asked: port });
  const server = parts.keep(await served.catch(portIsTaken));
  origin = server.endpoint;
  return { ...server, close: () => parts.close() };
}

function portIsTaken(error: NodeJS.ErrnoException): never {
  if (error.code === "EADDRINUSE") throw new PortTakenError({ cause: error });
  throw error;
}
