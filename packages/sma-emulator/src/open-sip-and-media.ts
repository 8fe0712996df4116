import { readFile } from "node:fs/promises";
import type { Clock } from "@skill-call/emulation";
import type { MediaLog } from "@skill-call/phones";
import {
  advertisedHost,
  codecsFor,
  MessageStory,
  openMediaEndpoint,
  openSipEdge,
  type SipEdge,
  type SipEdgeOptions,
  type SipListening,
} from "@skill-call/phones";
import type { EmulatorConfig, MediaConfig, TlsFiles } from "./config/emulator-config.ts";
import type { EmulatorLog } from "./emulator-log.ts";
import { createLegMedia } from "./media/create-leg-media.ts";
import type { Media } from "./service/media/media.ts";
import type { SmaTraceEvent } from "./sma-trace.ts";

const usualMedia: MediaConfig = { anchored: true, strict: false };

export interface SipAndMediaOptions {
  readonly clock: Clock;
  readonly timers?: SipEdgeOptions["timers"];
  /** Hears what happens at the legs beside what the service does. */
  readonly onNote: (note: SmaTraceEvent) => void;
  readonly log: EmulatorLog;
  readonly loses?: SipListening["loses"];
  readonly onMessage?: SipListening["onMessage"];
  /** Hears of each SIP message as a step of its call's story. */
  readonly onMessageStep?: ((step: SmaTraceEvent) => void) | undefined;
}

/** @throws {SipTransportError} when an address cannot be had */
export async function openSipAndMedia(
  config: EmulatorConfig,
  { clock, timers, log, loses, onMessage, onMessageStep, onNote }: SipAndMediaOptions,
): Promise<{ readonly edge: SipEdge; readonly media: Media }> {
  const { applications, media: rules = usualMedia } = config;
  const { tls, ...listening } = config.listening;
  const mediaLog: MediaLog = (line) => log({ ...line, source: "media" });
  const edge = await openSipEdge({
    listening: {
      ...listening,
      ...(tls && { tls: await readTlsFiles(tls) }),
      ...(loses && { loses }),
      ...(onMessage && { onMessage }),
    },
    rules,
    inactivityMs: rules.inactivityMs,
    tell: onNote,
    carriers: config.carriers,
    voiceConnectors: config.voiceConnectors,
    checksSkills: applications.some(({ allowedSkills }) => allowedSkills !== undefined),
    clock,
    timers,
    story: onMessageStep && new MessageStory(clock, onMessageStep),
    openMedia: ({ peer, waits }) =>
      openMediaEndpoint({
        ...{ clock, waits, log: mediaLog, host: listening.host },
        advertisedHost: advertisedHost(listening, peer),
        ports: rules.ports,
        codecs: codecsFor(rules),
      }),
    log: (level, message) => log({ level, source: "sip", message }),
  });
  const { promptsFolder, recordingsFolder } = config;
  const media = createLegMedia({
    clock,
    log: mediaLog,
    endpointOf: async (callId) => edge.legs.find(callId)?.ownMedia(),
    // Where media go from end to end, a caller's first session is the callee's.
    ...(rules.anchored && {
      earlyEndpointOf: async (callId) => edge.legs.find(callId)?.earlyMedia(),
    }),
    ...(promptsFolder !== undefined && { promptsFolder }),
    ...(recordingsFolder !== undefined && { recordingsFolder }),
  });
  return { edge, media };
}

async function readTlsFiles({ port, certificate, key, authorities }: TlsFiles) {
  const text = (file: string) => readFile(file, "utf8");
  return {
    port,
    certificate: await text(certificate),
    key: await text(key),
    ...(authorities !== undefined && { authorities: await text(authorities) }),
  };
}
