export { advertisedHost } from "@skill-call/sip";
export { type Dialled, type Dialling, dialWithin } from "./lines/dial-within.ts";
export type { FarEnd } from "./lines/far-end.ts";
export type { Carrier, DialRequest, Line, LineEvents, VoiceConnectors } from "./lines/line.ts";
export { connectPhone, type Phone, type PhoneCall } from "./lines/phone.ts";
export { createScriptedCarrier, createScriptedVoiceConnectors } from "./lines/scripted-networks.ts";
export {
  type AnswerScript,
  createScriptedPhones,
  type ScriptedPhones,
} from "./lines/scripted-phones.ts";
export type { AudioFrame, MediaEndpoint } from "./media/media-endpoint.ts";
export { AudioFileError } from "./media/media-error.ts";
export type { MediaLog } from "./media/media-log.ts";
export { openMediaEndpoint } from "./media/open-media-endpoint.ts";
export { sampleRate, samplesIn } from "./media/packet-time.ts";
export type { PortRange } from "./media/rtp/udp-socket.ts";
export { tone } from "./media/tone.ts";
export { readWav } from "./media/wav/read-wav.ts";
export { resampled } from "./media/wav/resampled.ts";
export { writeWav } from "./media/wav/write-wav.ts";
export type { CarrierRoutes } from "./sip-edge/carrier-routes.ts";
export type { EdgeNote } from "./sip-edge/edge-note.ts";
export type { SipStep } from "./sip-edge/message-step.ts";
export { MessageStory } from "./sip-edge/message-story.ts";
export {
  openSipEdge,
  type SipAddress,
  type SipEdge,
  type SipEdgeOptions,
  type SipListening,
} from "./sip-edge/open-sip-edge.ts";
export { codecsFor, type SessionRules } from "./sip-edge/session-rules.ts";
