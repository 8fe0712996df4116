import type { Trace, TraceEvent } from "@skill-call/emulation/trace";
import type { EdgeNote, FarEnd, SipStep } from "@skill-call/phones";

/** Who takes part in a call; a `skill` is the client of the voice API. */
export type SmaLane = FarEnd | "pstn-audio" | "sma-handler" | "skill";

/** What happens in one. */
type SmaKind =
  | SipStep["kind"]
  | EdgeNote["kind"]
  | "emulator.ready"
  | "call.placed"
  | "call.refused"
  | "call.answered"
  | "call.hung-up"
  | "call.over"
  | "caller.says"
  | "call.given-up"
  | "call.note"
  | "action.failed"
  | "emulator.note"
  | "lambda.line"
  | "sma.event"
  | "sma.answer"
  | "sma.failed"
  | "sma.answer-problem"
  | "leg.speech"
  | "leg.audio"
  | "leg.ringback"
  | "leg.recording"
  | "leg.digits"
  | "leg.bot"
  | "leg.voice-focus"
  | "call.recording"
  | "meeting.attendees"
  | "leg.dialled"
  | "leg.ringing"
  | "leg.answered"
  | "leg.not-answered"
  | "leg.hung-up"
  | "leg.released"
  | "leg.joined"
  | "meetings.request"
  | "voice.request"
  | "function.invoked";

export type SmaTraceEvent = TraceEvent<SmaLane, SmaKind>;

export type SmaTrace = Trace<SmaTraceEvent>;
