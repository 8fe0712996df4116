import type { Trace, TraceEvent } from "@skill-call/emulation/trace";

/** Who takes part in a conversation; `pstn-audio` is where a device's call goes. */
type AlexaLane = "caller" | "alexa" | "skill" | "pstn-audio";

/** What happens in one. */
type AlexaKind =
  | "caller.utterance"
  | "alexa.speech"
  | "alexa.not-emulated"
  | "alexa.api"
  | "alexa.call"
  | "skill.request"
  | "skill.response"
  | "skill.response-refused";

export type AlexaTraceEvent = TraceEvent<AlexaLane, AlexaKind>;

export type AlexaTrace = Trace<AlexaTraceEvent>;
