import type { Clock } from "@skill-call/emulation";
import type { MediaLog } from "@skill-call/phones";
import {
  MessageStory,
  openMediaEndpoint,
  openSipEdge,
  type SipEdge,
  type SipListening,
} from "@skill-call/phones";
import type { EmulatorConfig } from "./config/emulator-config.ts";
import type { EmulatorLog } from "./emulator-log.ts";
import { createLegMedia } from "./media/create-leg-media.ts";
import type { Media } from "./service/media/media.ts";
import type { SmaTraceEvent } from "./sma-trace.ts";

export interface SipAndMediaOptions {
  readonly clock: Clock;
  readonly log: EmulatorLog;
  readonly loses?: SipListening["loses"];
  readonly onMessage?: SipListening["onMessage"];
  /** Hears of each SIP message as a step of its call's story. */
  readonly onMessageStep?: ((step: SmaTraceEvent) => void) | undefined;
}

/** @throws {SipTransportError} when an address cannot be had */
export async function openSipAndMedia(
  config: EmulatorConfig,
  { clock, log, loses, onMessage, onMessageStep }: SipAndMediaOptions,
): Promise<{ readonly edge: SipEdge; readonly media: Media }> {
  const { listening, applications } = config;
  const { host, advertisedHost } = listening;
  const mediaLog: MediaLog = (line) => log({ ...line, source: "media" });
  const mediaOptions = { host, ...(advertisedHost !== undefined && { advertisedHost }) };
  const edge = await openSipEdge({
    listening: { ...listening, ...(loses && { loses }), ...(onMessage && { onMessage }) },
    carriers: config.carriers,
    voiceConnectors: config.voiceConnectors,
    checksSkills: applications.some(({ allowedSkills }) => allowedSkills !== undefined),
    clock,
    story: onMessageStep && new MessageStory(clock, onMessageStep),
    openMedia: () => openMediaEndpoint({ ...mediaOptions, clock, log: mediaLog }),
    log: (level, message) => log({ level, source: "sip", message }),
  });
  const { promptsFolder, recordingsFolder } = config;
  const media = createLegMedia({
    clock,
    log: mediaLog,
    endpointOf: async (callId) => edge.legs.find(callId)?.ownMedia(),
    ...(promptsFolder !== undefined && { promptsFolder }),
    ...(recordingsFolder !== undefined && { recordingsFolder }),
  });
  return { edge, media };
}
