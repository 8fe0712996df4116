import { builtPage, CallRecords, createConsoleApp, type Mistakes } from "@skill-call/call-console";
import { type OpenParts, openTogether, serveFromPort } from "@skill-call/emulation";
import type { EmulatorConfig } from "../config/emulator-config.ts";
import type { SmaTraceEvent } from "../sma-trace.ts";
import { type Emulator, type EmulatorOptions, startEmulator } from "../start-emulator.ts";
import { ArmedDeliveryFaults } from "./armed-delivery-faults.ts";
import { CallRecorder } from "./call-recorder.ts";
import { emulatorRoutes } from "./emulator-routes.ts";
import { EmulatorSession } from "./emulator-session.ts";
import { emulatorSetup } from "./emulator-setup.ts";

export interface EmulatorConsoleOptions extends EmulatorOptions {
  /** The one that the user asked for; the usual one, or the next that is free, without it. */
  readonly consolePort?: number;
  readonly mistakes?: Mistakes;
}

/** An emulator, and the call console in front of it. */
export interface EmulatorWithConsole extends Emulator {
  readonly consoleUrl: string;
  /** The console's usual port, where somebody else has it. */
  readonly takenPort?: number;
}

const usualPort = 4710;

/**
 * Starts an emulator with the call console in front of it.
 * @throws {SipTransportError} when a SIP address cannot be had
 */
export function startEmulatorConsole(
  config: EmulatorConfig,
  options: EmulatorConsoleOptions,
): Promise<EmulatorWithConsole> {
  return openTogether((parts) => compose(config, options, parts));
}

async function compose(
  config: EmulatorConfig,
  { consolePort, mistakes, ...options }: EmulatorConsoleOptions,
  parts: OpenParts,
): Promise<EmulatorWithConsole> {
  const records = new CallRecords();
  const recorder = new CallRecorder(records);
  let afterStep = () => {};
  const onStep = (event: SmaTraceEvent) => {
    recorder.add(event);
    afterStep();
    // The ladder draws the SIP messages; other listeners ask for them themselves.
    if (options.sipMessages || !event.kind.startsWith("sip.")) options.onStep?.(event);
  };
  const emulator = parts.keep(
    await startEmulator(config, { ...options, onStep, sipMessages: true }),
  );
  const faults = new ArmedDeliveryFaults(emulator.service.faults);
  afterStep = () => faults.look();
  const app = createConsoleApp({
    setup: emulatorSetup(config, emulator),
    sources: [records, faults],
    routes: emulatorRoutes({ session: new EmulatorSession(emulator.service), faults }),
    pageFile: builtPage,
    ...(mistakes && { mistakes }),
  });
  const server = parts.keep(await serveFromPort(app, { usual: usualPort, asked: consolePort }));
  const { endpoint, takenPort } = server;
  return {
    ...emulator,
    consoleUrl: endpoint,
    ...(takenPort !== undefined && { takenPort }),
    close: () => parts.close(),
  };
}
