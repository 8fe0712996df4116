import type { Clock, OpenParts } from "@skill-call/emulation";
import type { Environment } from "@skill-call/lambda-runner";
import { startChimeApi } from "./chime-api.ts";
import type { EmulatorConfig } from "./config/emulator-config.ts";
import { type Meetings, startMeetings } from "./meetings/start-meetings.ts";
import type { PstnAudio } from "./service/pstn-audio.ts";
import { startVoiceApi, type VoiceApi } from "./service/voice-api/start-voice-api.ts";
import type { SmaTrace } from "./sma-trace.ts";

export interface ApisOptions {
  readonly clock: Clock;
  readonly trace: SmaTrace;
  /** Names meetings and attendees; random UUIDs without it. */
  readonly newId?: () => string;
  /** Free ones without it. */
  readonly ports?: EmulatorConfig["apiPorts"];
  /** Asked for with the first call: the service needs the meetings, which are opened here. */
  readonly service: () => PstnAudio;
}

/** The APIs beside the PSTN Audio service, and what leads a Lambda's clients to them. */
export interface Apis {
  readonly meetings: Meetings;
  readonly voiceApi: VoiceApi;
  readonly environment: Environment;
}

export async function openApis(
  parts: OpenParts,
  { clock, trace, newId, ports, service }: ApisOptions,
): Promise<Apis> {
  const meetings = parts.keep(
    await startMeetings({
      clock,
      trace,
      ...(newId && { newId }),
      ...(ports && { port: ports.meetings }),
    }),
  );
  const voiceApi = parts.keep(
    await startVoiceApi({
      trace,
      ...(ports && { port: ports.voice }),
      service: {
        createCall: (request) => service().createCall(request),
        updateCall: (request) => service().updateCall(request),
      },
    }),
  );
  const chimeApi = parts.keep(await startChimeApi({ voiceApi, meetings }));
  const environment = {
    AWS_ENDPOINT_URL_CHIME_SDK_VOICE: voiceApi.endpoint,
    AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS: meetings.endpoint,
    ...chimeApi.environment,
  };
  return { meetings, voiceApi, environment };
}
