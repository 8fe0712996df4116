import { type Clock, type OpenParts, openTogether, systemClock } from "@skill-call/emulation";
import type { Environment } from "@skill-call/lambda-runner";
import type { SipAddress, SipEdgeOptions, SipListening } from "@skill-call/phones";
import type { EmulatorConfig } from "./config/emulator-config.ts";
import type { EmulatorLog, EmulatorLogLine } from "./emulator-log.ts";
import { openApis } from "./open-apis.ts";
import { openLambdas } from "./open-lambdas.ts";
import { openSipAndMedia } from "./open-sip-and-media.ts";
import { serviceLimits } from "./service/limits.ts";
import { createPstnAudio, type PstnAudio } from "./service/pstn-audio.ts";
import type { SmaTrace, SmaTraceEvent } from "./sma-trace.ts";
import { startTables, type Tables } from "./tables/start-tables.ts";

export interface EmulatorOptions {
  readonly clock?: Clock;
  /** How many times longer than in AWS a Lambda may take: for a busy machine. */
  readonly timesSlower?: number;
  /** SIP's timers; RFC 3261's without it. */
  readonly timers?: SipEdgeOptions["timers"];
  /** Hears of each step of each call at once. */
  readonly onStep?: (event: SmaTraceEvent) => void;
  readonly log?: EmulatorLog;
  /** Where Lambdas find services that are not emulated here: `AWS_ENDPOINT_URL…`, as the SDK names it. */
  readonly neighbours?: Environment;
  /** Tells each SIP message as a step too: they are many, and personal data. Off without it. */
  readonly sipMessages?: boolean;
  /** Drops SIP datagrams on purpose. */
  readonly loses?: SipListening["loses"];
  /** Sees every SIP message, which is personal data. */
  readonly onMessage?: SipListening["onMessage"];
}

/** The PSTN Audio service with somebody's own Lambdas, SIP at its edges. */
export interface Emulator {
  readonly addresses: readonly SipAddress[];
  /** Endpoint URLs. */
  readonly apis: {
    readonly voice: string;
    readonly meetings: string;
    /** Lambda's Invoke API, where the configuration has functions. */
    readonly functions?: string;
    /** Where the configuration has tables. */
    readonly dynamodb?: string;
  };
  readonly service: PstnAudio;
  /** SIP calls that are not over. */
  sipLegs(): number;
  /** Hangs up every live call and closes everything. */
  close(): Promise<void>;
}

/** @throws {SipTransportError} when a SIP address cannot be had */
export function startEmulator(
  config: EmulatorConfig,
  options: EmulatorOptions = {},
): Promise<Emulator> {
  return openTogether((parts) => compose(config, options, parts));
}

async function compose(
  config: EmulatorConfig,
  options: EmulatorOptions,
  parts: OpenParts,
): Promise<Emulator> {
  const { clock = systemClock, timesSlower = 1, onStep = () => {} } = options;
  const trace: SmaTrace = (event) => onStep({ at: clock.now(), ...event });
  const log = tracedLog(options.log ?? (() => {}), trace);
  const { meetings, voiceApi, environment } = await openApis(parts, {
    clock,
    trace,
    ports: config.apiPorts,
    service: () => service,
  });
  const tables = await ownTables(config, options);
  if (tables) parts.keep(tables);
  const lambdas = await openLambdas(config, {
    environment: {
      ...options.neighbours,
      ...environment,
      ...tables?.environment,
    },
    timesSlower,
    log,
    trace,
    meetings,
  });
  parts.keep(lambdas);
  const { sipMediaApplications } = lambdas;
  const onMessageStep = options.sipMessages ? onStep : undefined;
  const { edge, media } = await openSipAndMedia(config, {
    ...{ ...options, clock, log, onMessageStep },
    onNote: onStep,
  });
  parts.keep(edge);
  const service: PstnAudio = parts.keep(
    createPstnAudio({
      ...config,
      limits: {
        answerMs: serviceLimits.answerMs * timesSlower,
        noActionMs: serviceLimits.noActionMs * timesSlower,
      },
      clock,
      trace,
      meetings,
      media,
      sipMediaApplications,
      carrier: edge.carrier,
      voiceConnectors: edge.voiceConnectors,
      log: (line) => log({ ...line, source: "pstn-audio" }),
    }),
  );
  edge.takeCalls((invite) => service.placeCall(invite));
  return {
    service,
    addresses: edge.addresses,
    apis: {
      voice: voiceApi.endpoint,
      meetings: meetings.endpoint,
      ...(lambdas.functionsApi !== undefined && { functions: lambdas.functionsApi }),
      ...(tables && { dynamodb: tables.endpoint }),
    },
    sipLegs: () => edge.legs.size,
    close: () => parts.close(),
  };
}

/** What goes wrong outside of calls is told like what goes wrong within: nothing is only on standard error. */
function tracedLog(log: EmulatorLog, trace: SmaTrace): EmulatorLog {
  return (line) => {
    const step = stepOf(line);
    if (step) trace(step);
    log(line);
  };
}

function stepOf({
  level,
  source,
  message,
}: EmulatorLogLine): Omit<SmaTraceEvent, "at"> | undefined {
  // The calls of the service tell their own story.
  if (source === "pstn-audio" || level === "debug") return undefined;
  if (source !== "sip" && source !== "media") {
    return { from: "sma-handler", to: "sma-handler", kind: "lambda.line", label: message };
  }
  if (level === "info") return undefined;
  return { from: "pstn-audio", to: "pstn-audio", kind: "emulator.note", label: message };
}

/** A DynamoDB that the developer has already is the one that is used. */
async function ownTables(
  { tables = [] }: EmulatorConfig,
  { neighbours = {} }: EmulatorOptions,
): Promise<Tables | undefined> {
  if (tables.length === 0 || neighbours.AWS_ENDPOINT_URL_DYNAMODB !== undefined) return undefined;
  return startTables(tables);
}
