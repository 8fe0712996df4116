import { resolve } from "node:path";
import { afterEach } from "@jest/globals";
import { standardTimers } from "@skill-call/sip";
import { freePort, portTaken } from "@skill-call/test-peers";
import { patienceMs, until } from "@skill-call/test-peers/until";
import type { EmulatorConfig } from "../../../src/config/emulator-config.ts";
import type { EmulatorLogLine } from "../../../src/emulator-log.ts";
import type { SmaTraceEvent } from "../../../src/sma-trace.ts";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../src/start-emulator.ts";
import { runSipp, type SippRun } from "./run-sipp.ts";

export const smaNumber = "+16073331111";
export const callerNumber = "+12045551111";
export const deskNumber = "+12065550100";
export const voiceConnectorArn = "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4";

/** Actions by event type, also by its count in the call: `ACTION_FAILED 2`. `throw` fails the invocation. */
export type Answers = Readonly<Record<string, "throw" | readonly object[]>>;

export interface UnderTestOptions extends Pick<EmulatorOptions, "loses" | "sipMessages"> {
  readonly answers: Answers;
  readonly config?: Partial<EmulatorConfig>;
  readonly allowedSkills?: readonly string[];
  /** How the callee is reached. */
  readonly protocol?: "UDP" | "TCP";
}

export type Peer = Omit<SippRun, "port" | "calls"> & { readonly number?: string };

/** What an event said, as far as tests look at it. */
export interface SeenEvent {
  readonly InvocationEventType: string;
  readonly ActionData?: {
    readonly Type: string;
    readonly ErrorType?: string;
    readonly ReceivedDigits?: string;
    readonly Parameters: Record<string, unknown>;
  };
  readonly CallDetails: {
    readonly TransactionId: string;
    readonly Participants: readonly {
      readonly To: string;
      readonly From: string;
      readonly SipHeaders?: object;
    }[];
  };
}

export interface UnderTest {
  readonly emulator: Emulator;
  readonly steps: readonly SmaTraceEvent[];
  readonly log: readonly EmulatorLogLine[];
  /** Every event that the Lambda got. */
  events(): readonly SeenEvent[];
  /** Their types; of a failed action with its error. */
  told(): readonly string[];
  /** Plays a callee that waits for its call; resolves when it waits. */
  callee(peer: Peer): Promise<{ readonly done: Promise<string> }>;
  /** Plays a caller. */
  caller(peer: Peer): Promise<string>;
  /** Resolves when so many steps of a kind have been told. */
  until(kind: string, times?: number): Promise<void>;
  /** Resolves when every call is over. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** Nothing is lost but on purpose: nobody is to say things twice because somebody took long. */
const patient = { ...standardTimers, t1: patienceMs };

/** Starts emulators for the tests of a file, and closes each after its test. */
export function emulatorsUnderTest(): (options: UnderTestOptions) => Promise<UnderTest> {
  const open: UnderTest[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
  });
  return async (options) => {
    const under = await emulatorUnderTest(options);
    open.push(under);
    return under;
  };
}

/** An emulator with one number, one Lambda, and a callee behind a Voice Connector and the carrier. */
async function emulatorUnderTest(options: UnderTestOptions): Promise<UnderTest> {
  const { config = {}, protocol = "UDP", loses, sipMessages = false } = options;
  const calleePort = await freePort();
  const callee = `sip:127.0.0.1:${calleePort};transport=${protocol.toLowerCase()}`;
  const steps: SmaTraceEvent[] = [];
  const log: EmulatorLogLine[] = [];
  const emulator = await startEmulator(
    { ...baseConfig(callee, options), ...config },
    {
      onStep: (step) => steps.push(step),
      log: (line) => log.push(line),
      sipMessages,
      // No machine is too slow for that: what a test is about is how a call goes.
      timesSlower: 20,
      ...(loses ? { loses } : { timers: patient }),
    },
  );
  const valuesOf = ({ values }: Peer) => ({
    ...(loses && { t1: `${standardTimers.t1}` }),
    ...values,
  });
  const portOf = (wanted: "UDP" | "TCP") =>
    emulator.addresses.find((each) => each.protocol === wanted)?.port ?? 0;
  const events = () =>
    steps.filter(({ kind }) => kind === "sma.event").map(({ detail }) => detail as SeenEvent);
  return {
    emulator,
    steps,
    log,
    events,
    told: () => events().map(wordFor),
    callee: async (peer) => {
      const done = runSipp({ protocol, ...peer, values: valuesOf(peer), port: calleePort });
      let over = false;
      const isOver = () => {
        over = true;
      };
      void done.then(isOver, isOver);
      await until(async () => over || (await portTaken(calleePort, peer.protocol ?? protocol)));
      return { done };
    },
    caller: async ({ number = smaNumber, ...peer }) =>
      runSipp({
        ...peer,
        values: valuesOf(peer),
        port: await freePort(),
        calls: { port: portOf(peer.protocol ?? "UDP"), number },
      }),
    until: (kind, times = 1) =>
      until(() => steps.filter((step) => step.kind === kind).length >= times),
    quiet: () => until(() => emulator.sipLegs() === 0 && emulator.service.calls().length === 0),
    close: () => emulator.close(),
  };
}

function wordFor({ InvocationEventType, ActionData }: SeenEvent): string {
  const error = ActionData?.ErrorType;
  return error === undefined ? InvocationEventType : `${InvocationEventType} ${error}`;
}

function baseConfig(callee: string, { answers, allowedSkills }: UnderTestOptions): EmulatorConfig {
  return {
    awsAccountId: "123456789012",
    listening: { host: "127.0.0.1", udpPort: 0, tcpPort: 0 },
    media: { anchored: true, strict: false },
    apiPorts: { voice: 0, meetings: 0 },
    numbers: [{ number: smaNumber, productType: "SipMediaApplicationDialIn" }],
    sipRules: [
      {
        id: "rule",
        toPhoneNumber: smaNumber,
        targets: [{ sipMediaApplicationId: "sma", priority: 1 }],
      },
    ],
    applications: [
      {
        id: "sma",
        awsRegion: "us-east-1",
        ...(allowedSkills && { allowedSkills }),
        lambda: {
          kind: "file",
          name: "sma",
          file: resolve(__dirname, "scripted-lambda.mjs"),
          handler: "handler",
          environment: { ANSWERS: JSON.stringify(answers) },
          timeoutMs: 3000,
        },
      },
    ],
    voiceConnectors: { [voiceConnectorArn]: callee },
    carriers: { byPrefix: { "+1206": callee } },
    logLevel: "info",
  };
}
