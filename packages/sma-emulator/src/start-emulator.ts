import { type Clock, OpenParts, systemClock } from "@skill-call/emulation";
import type { Environment } from "@skill-call/lambda-runner";
import type { SipAddress, SipListening } from "@skill-call/phones";
import { startChimeApi } from "./chime-api.ts";
import type { EmulatorConfig } from "./config/emulator-config.ts";
import type { EmulatorLog } from "./emulator-log.ts";
import { type Meetings, startMeetings } from "./meetings/start-meetings.ts";
import { openApplications, warmLambdas } from "./open-lambdas.ts";
import { openSipAndMedia } from "./open-sip-and-media.ts";
import { createPstnAudio, type PstnAudio } from "./service/pstn-audio.ts";
import { startVoiceApi, type VoiceApi } from "./service/voice-api/start-voice-api.ts";
import type { SmaTrace, SmaTraceEvent } from "./sma-trace.ts";

export interface EmulatorOptions {
  readonly clock?: Clock;
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
  readonly apis: { readonly voice: string; readonly meetings: string };
  readonly service: PstnAudio;
  /** SIP calls that are not over. */
  sipLegs(): number;
  /** Hangs up every live call and closes everything. */
  close(): Promise<void>;
}

/** @throws {SipTransportError} when a SIP address cannot be had */
export async function startEmulator(
  config: EmulatorConfig,
  options: EmulatorOptions = {},
): Promise<Emulator> {
  const parts = new OpenParts();
  try {
    return await compose(config, options, parts);
  } catch (error) {
    await parts.close();
    throw error;
  }
}

async function compose(
  config: EmulatorConfig,
  options: EmulatorOptions,
  parts: OpenParts,
): Promise<Emulator> {
  const { clock = systemClock, onStep = () => {}, log = () => {} } = options;
  const trace: SmaTrace = (event) => onStep({ at: clock.now(), ...event });
  const meetings = parts.keep(
    await startMeetings({ clock, trace, port: config.apiPorts.meetings }),
  );
  const voiceApi = parts.keep(
    await startVoiceApi({
      trace,
      port: config.apiPorts.voice,
      service: {
        createCall: (request) => service.createCall(request),
        updateCall: (request) => service.updateCall(request),
      },
    }),
  );
  const chimeApi = parts.keep(await startChimeApi({ voiceApi, meetings }));
  const environment = {
    ...options.neighbours,
    ...apiEnvironment(voiceApi, meetings),
    ...chimeApi.environment,
  };
  const sipMediaApplications = openApplications(config.applications, { environment, log });
  for (const { lambda } of sipMediaApplications) parts.keep(lambda);
  // Before anybody can call: the first caller must not wait for a Lambda that is still being started.
  await warmLambdas(sipMediaApplications, log);
  const onMessageStep = options.sipMessages ? onStep : undefined;
  const { edge, media } = await openSipAndMedia(config, { ...options, clock, log, onMessageStep });
  parts.keep(edge);
  const service: PstnAudio = parts.keep(
    createPstnAudio({
      ...config,
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
    apis: { voice: voiceApi.endpoint, meetings: meetings.endpoint },
    sipLegs: () => edge.legs.size,
    close: () => parts.close(),
  };
}

function apiEnvironment(voiceApi: VoiceApi, meetings: Meetings): Environment {
  return {
    AWS_ENDPOINT_URL_CHIME_SDK_VOICE: voiceApi.endpoint,
    AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS: meetings.endpoint,
  };
}
