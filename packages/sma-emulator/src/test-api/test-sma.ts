import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CallHandle } from "@skill-call/emulation";
import { countingIds, type OpenParts, openTogether } from "@skill-call/emulation";
import { createInProcessLambda, type LambdaFunction } from "@skill-call/lambda-runner";
import type { PhoneCall } from "@skill-call/phones";
import {
  connectPhone,
  createScriptedCarrier,
  readWav,
  type VoiceConnectors,
} from "@skill-call/phones";
import { deliveryFault } from "../command/delivery-fault.ts";
import type { EmulatorConfig } from "../config/emulator-config.ts";
import { readEmulatorConfig } from "../config/read-emulator-config.ts";
import { openApis } from "../open-apis.ts";
import { openLambdas } from "../open-lambdas.ts";
import type { Bots } from "../service/bots/bots.ts";
import { type GuideVariation, guideVariations } from "../service/events/guide-variations.ts";
import type { Audio } from "../service/media/media.ts";
import { createSilentMedia } from "../service/media/silent-media.ts";
import { createPstnAudio, type PstnAudio } from "../service/pstn-audio.ts";
import type { SmaTrace, SmaTraceEvent } from "../sma-trace.ts";
import { startTables } from "../tables/start-tables.ts";
import { eventRecorder } from "./event-recorder.ts";
import type { Sma, SmaCall, SmaHandler, SmaOptions } from "./sma.ts";
import { NoLambdaError, UnknownFaultError, VirtualTimeError } from "./sma-test-error.ts";
import { createRealTime, createVirtualTime, type TestTime } from "./test-time.ts";
import { TestedCall } from "./tested-call.ts";
import { TestedCallee } from "./tested-callee.ts";

const callerNumber = "+12045551111";

/**
 * Runs an SMA Lambda in the emulated service, with phones that do as a test says.
 * @throws {SmaTestError} `sma-test.lambda` without a Lambda, `sma-test.virtual-time` where time cannot be virtual
 * @throws {EmulatorConfigError} with every mistake of the configuration
 * @example
 * const sma = await testSma({ handler });
 * const call = await sma.call();
 * await call.heard("Welcome");
 * await call.press("1");
 */
export function testSma(options: SmaOptions): Promise<Sma> {
  return openTogether((parts) => compose(options, parts));
}

async function compose(options: SmaOptions, parts: OpenParts): Promise<Sma> {
  const time = timeFor(options);
  const { clock } = time;
  const config = await configOf(options);
  const newId = countingIds();
  const calls = new TestedCalls();
  const record = options.record === undefined ? () => {} : eventRecorder(resolve(options.record));
  const trace: SmaTrace = (step) => {
    const event = { at: clock.now(), ...step };
    record(event);
    calls.add(event);
  };
  const { meetings, environment: apis } = await openApis(parts, {
    clock,
    trace,
    newId,
    service: () => service,
  });
  const tables = config.tables?.length ? parts.keep(await startTables(config.tables)) : undefined;
  const environment = {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    ...apis,
    ...tables?.environment,
  };
  const lambdas = parts.keep(
    await openLambdas(config, { environment, trace, meetings, log: logTo(trace) }),
  );
  const { handler } = options;
  const inProcess = handler && lambdaOf(handler, time);
  const people = new People(time);
  const service: PstnAudio = parts.keep(
    createPstnAudio({
      ...config,
      clock,
      newId,
      trace,
      meetings,
      sipMediaApplications: inProcess
        ? [{ id: "sma", awsRegion: "us-east-1", lambda: inProcess }]
        : lambdas.sipMediaApplications,
      carrier: createScriptedCarrier({ phones: {}, otherwise: (call) => people.ring(call) }),
      voiceConnectors: people.voiceConnectors,
      media: createSilentMedia({ clock, ...lengths(config.promptsFolder) }),
      bots: botsOf(options, config),
      variations: options.variations?.filter(isVariation) ?? config.variations ?? [],
    }),
  );
  calls.startWith({ service, time, callerOf: (call) => people.callerOf(call) });
  const [first] = config.sipRules;
  const number = first?.toPhoneNumber ?? "";
  return {
    number,
    environment: {
      ...environment,
      ...(lambdas.functionsApi !== undefined && { AWS_ENDPOINT_URL_LAMBDA: lambdas.functionsApi }),
    },
    get calls() {
      return calls.all();
    },
    call: async ({ from = callerNumber, to = number, headers = {} } = {}) => {
      const handle = service.placeCall({ to, from, headers });
      people.calls(handle);
      await time.settled();
      return calls.of(handle.transactionId);
    },
    createCall: async ({ to = callerNumber, from = number, ...more } = {}) => {
      const { transactionId } = service.createCall({
        sipMediaApplicationId: more.sipMediaApplicationId ?? firstApplication(config),
        fromPhoneNumber: from,
        toPhoneNumber: to,
        ...(more.headers && { sipHeaders: more.headers }),
        ...(more.arguments && { argumentsMap: more.arguments }),
      });
      await time.settled();
      return calls.of(transactionId);
    },
    callee: people.anybody,
    phone: (at) => people.at(at),
    fault: (text) => {
      const { fault, options: scope } = faultNamed(text);
      service.faults.inject(fault, scope);
    },
    clearFaults: () => service.faults.clear(),
    elapse: (ms) => time.elapse(ms),
    close: () => parts.close(),
  };
}

function timeFor({ handler, time, startsAt }: SmaOptions): TestTime {
  if (time === "real") return createRealTime();
  if (handler) return createVirtualTime(startsAt);
  if (time !== "virtual") return createRealTime();
  const message =
    "Time can only be virtual for a handler in this process: processes and servers have a clock of their own. " +
    'Give `handler`, or leave out time: "virtual".';
  throw new VirtualTimeError(message);
}

/** What the account has: of the file, or the least that a Lambda needs. */
async function configOf(options: SmaOptions): Promise<EmulatorConfig> {
  const { handler, lambda, config, numbers = ["+16073331111"], s3 } = options;
  if ([handler, lambda, config].filter(Boolean).length !== 1) {
    const message = "There has to be one of handler, lambda and config, and only one.";
    throw new NoLambdaError(message);
  }
  const folder = s3 !== undefined && { promptsFolder: resolve(s3), recordingsFolder: resolve(s3) };
  if (config !== undefined) return { ...(await readEmulatorConfig(config)), ...folder };
  const file = lambda ? [lambda] : [];
  return {
    awsAccountId: "123456789012",
    listening: { host: "127.0.0.1", udpPort: 0, tcpPort: 0 },
    media: { anchored: true, strict: false, inactivityMs: 30_000 },
    apiPorts: { voice: 0, meetings: 0 },
    numbers: numbers.map((number) => ({ number, productType: "SipMediaApplicationDialIn" })),
    sipRules: numbers.map((toPhoneNumber, index) => ({
      id: `sip-rule-${index + 1}`,
      toPhoneNumber,
      targets: [{ sipMediaApplicationId: "sma", priority: 1 }],
    })),
    applications: file.map((each) => ({
      id: "sma",
      awsRegion: "us-east-1",
      lambda: {
        kind: "file",
        name: "sma",
        file: resolve(each.file),
        handler: each.handler ?? "handler",
        environment: each.environment ?? {},
        timeoutMs: (each.timeoutSeconds ?? 3) * 1000,
      },
    })),
    voiceConnectors: {},
    carriers: { byPrefix: {}, otherwise: undefined },
    ...folder,
    logLevel: "info",
  };
}

/** Time does not pass while the handler is at work. */
function lambdaOf(handler: SmaHandler, { clock, during }: TestTime): LambdaFunction {
  // Without a callback there is nothing else to answer with than what is returned, be it no promise.
  const answering: SmaHandler =
    handler.length < 3 ? async (event, context) => handler(event, context, undefined) : handler;
  const lambda = createInProcessLambda({ name: "sma", handler: answering, clock });
  return { ...lambda, invoke: (event) => during(lambda.invoke(event)) };
}

function firstApplication({ applications }: EmulatorConfig): string {
  return applications[0]?.id ?? "sma";
}

function botsOf({ bot }: SmaOptions, { bots = {} }: EmulatorConfig): Bots {
  if (bot) return { default: bot };
  return { default: { intent: "FallbackIntent" }, ...bots };
}

function isVariation(name: string): name is GuideVariation {
  return guideVariations.some((each) => each === name);
}

function faultNamed(text: string) {
  try {
    return deliveryFault(text);
  } catch (cause) {
    throw new UnknownFaultError((cause as Error).message, { cause });
  }
}

/** What a Lambda writes is a step of no call. */
function logTo(trace: SmaTrace) {
  return ({ source, message }: { readonly source: string; readonly message: string }) =>
    trace({
      from: "sma-handler",
      to: "sma-handler",
      kind: "lambda.line",
      label: message,
      detail: { source },
    });
}

/** How long the audio files of a folder last. */
function lengths(folder: string | undefined) {
  if (folder === undefined) return {};
  return {
    audioMs: ({ bucketName, key }: Audio) => {
      try {
        const { samples, sampleRate } = readWav(readFileSync(resolve(folder, bucketName, key)));
        return (samples.length * 1000) / sampleRate;
      } catch {
        return undefined;
      }
    },
  };
}

/** Everybody with a phone: those who call, and those who are called. */
class People {
  readonly anybody: TestedCallee;
  readonly #time: TestTime;
  readonly #named = new Map<string, TestedCallee>();
  readonly #handles = new Map<string, CallHandle>();
  /** Phones of LEG-A, by transaction. */
  readonly #called = new Map<string, PhoneCall>();

  constructor(time: TestTime) {
    this.#time = time;
    this.anybody = new TestedCallee(time);
  }

  at(number: string): TestedCallee {
    const callee = this.#named.get(number) ?? new TestedCallee(this.#time);
    this.#named.set(number, callee);
    return callee;
  }

  calls(handle: CallHandle): void {
    this.#handles.set(handle.transactionId, handle);
  }

  ring(call: PhoneCall): void {
    const { to, transactionId, bridgedWith } = call.request;
    if (bridgedWith === undefined) this.#called.set(transactionId, call);
    (this.#named.get(to) ?? this.anybody).phone(call);
  }

  callerOf(transactionId: string): Pick<CallHandle, "press" | "hangUp"> | undefined {
    return this.#handles.get(transactionId) ?? this.#called.get(transactionId);
  }

  /** Whatever its ARN, somebody is behind it. */
  readonly voiceConnectors: VoiceConnectors = {
    dial: (request, events) =>
      connectPhone((call) => this.ring(call), { ...request, to: request.user }, events),
  };
}

interface Started {
  readonly service: PstnAudio;
  readonly time: TestTime;
  readonly callerOf: (transactionId: string) => Pick<CallHandle, "press" | "hangUp"> | undefined;
}

/** The calls of a test, each with its own steps. */
class TestedCalls {
  readonly #calls = new Map<string, TestedCall>();
  #started: Started | undefined;

  startWith(started: Started): void {
    this.#started = started;
  }

  add(step: SmaTraceEvent): void {
    if (step.transactionId !== undefined) this.of(step.transactionId).add(step);
  }

  all(): readonly SmaCall[] {
    return [...this.#calls.values()];
  }

  of(transactionId: string): TestedCall {
    const known = this.#calls.get(transactionId);
    if (known) return known;
    if (!this.#started) throw new TypeError("No call comes before the service.");
    const { service, time, callerOf } = this.#started;
    const caller = () => callerOf(transactionId);
    const call = new TestedCall({ transactionId, service, time, caller });
    this.#calls.set(transactionId, call);
    return call;
  }
}
