import type { Invite } from "@skill-call/emulation";
import type { DialRequest, FarEnd } from "@skill-call/phones";
import type { AnswerProblem, ModifyChimeMeetingAttendeesAction } from "@skill-call/pstn-audio";
import type { SmaTraceEvent } from "../sma-trace.ts";
import type { BotScript } from "./bots/bots.ts";
import type { Leg } from "./call/leg.ts";
import type { Notice } from "./call/notice.ts";
import type { SentEvent } from "./events/guide-variations.ts";
import type { WireEvent } from "./events/wire-event.ts";
import type {
  Audio,
  CallRecordingChange,
  Dialling,
  Recording,
  Ringback,
  Speech,
} from "./media/media.ts";

/** One step of a call's story; the call adds which one it is. */
export type CallStep = Omit<SmaTraceEvent, "at" | "transactionId">;

const service = "pstn-audio";
const lambda = "sma-handler";

export function callPlaced(invite: Invite): CallStep {
  const label = `INVITE ${invite.to}`;
  return { from: "caller", to: service, kind: "call.placed", label, detail: invite };
}

export function callRefused(sipCode: number, reason: string): CallStep {
  const label = `${sipCode} ${reason}`.trimEnd();
  const detail = { sipCode, reason };
  return { from: service, to: "caller", kind: "call.refused", label, detail };
}

export function callerAnswered(): CallStep {
  return { from: service, to: "caller", kind: "call.answered", label: "200 OK: answered" };
}

export function callerHungUp(): CallStep {
  return { from: "caller", to: service, kind: "call.hung-up", label: "hangs up" };
}

export function callerSays(text: string): CallStep {
  return { from: "caller", to: service, kind: "caller.says", label: `says "${text}"` };
}

export function callOver(): CallStep {
  return { from: service, to: service, kind: "call.over", label: "call over, every leg down" };
}

export function lambdaAsked(event: WireEvent, sent: SentEvent): CallStep {
  const label = `${event.InvocationEventType} (${event.Sequence})`;
  return { from: service, to: lambda, kind: "sma.event", label, detail: sent };
}

export function lambdaAnswered(answer: unknown, durationMs: number): CallStep {
  const label = answerLabel(answer);
  return { from: lambda, to: service, kind: "sma.answer", label, durationMs, detail: answer };
}

export interface LambdaFailure {
  readonly errorType: string;
  readonly message: string;
  readonly durationMs: number;
}

export function lambdaFailed(failure: LambdaFailure): CallStep {
  const { durationMs, ...detail } = failure;
  const label = `no answer: ${failure.message}`;
  return { from: lambda, to: service, kind: "sma.failed", label, durationMs, detail };
}

/** What the service would say to an answer, and the checker's own words. */
export function answerJudged(problem: AnswerProblem): CallStep {
  const { field, message } = problem;
  const label =
    problem.severity === "error"
      ? `${field || "The answer"}: ${message} (${problem.hint})`
      : `Warning: ${field ? `${field}: ` : ""}${message}`;
  return { from: service, to: service, kind: "sma.answer-problem", label, detail: problem };
}

/** Why an action failed when it ran; what was wrong with it before that is told when it is answered. */
export function actionFailure({ actionData, why }: Notice): string | undefined {
  if (why === undefined || !actionData) return undefined;
  return `${actionData.Type} failed: ${actionData.ErrorType}, ${why}`;
}

/** The service waits, and so does the leg: until somebody hangs up, or the API updates the call. */
export function standsStill({ tag }: Leg, told: Notice | undefined): string {
  const event = told?.actionData ? `${told.type} (${told.actionData.Type})` : told?.type;
  const label = `The call stands still: the Lambda answered ${event} without actions, and ${tag} hears nothing`;
  const ofLegB = told?.type === "HANGUP" && told.actionData?.Parameters.ParticipantTag === "LEG-B";
  return ofLegB
    ? `${label}. Where it waits for the success of its own Hangup: the variation success-after-hangup-of-leg-b sends one`
    : label;
}

/** Something that the service itself would not say. */
export function noted(kind: CallStep["kind"], label: string): CallStep {
  return { from: service, to: service, kind, label };
}

export function spoken(to: FarEnd, speech: Speech): CallStep {
  const label = `says "${speech.text}"`;
  return { from: service, to, kind: "leg.speech", label, detail: speech };
}

export function played(to: FarEnd, audio: Audio): CallStep {
  const label = `plays ${audio.key}`;
  return { from: service, to, kind: "leg.audio", label, detail: audio };
}

export function rungBack(to: FarEnd, ringback: Ringback): CallStep {
  const label = `plays ${ringback.file?.key ?? "a ringback tone"} while it rings`;
  return { from: service, to, kind: "leg.ringback", label, detail: ringback };
}

export function recorded(from: FarEnd, recording: Recording): CallStep {
  const label = `records ${recording.key}`;
  return { from, to: service, kind: "leg.recording", label, detail: recording };
}

export function dialledDigits(to: FarEnd, dialling: Dialling): CallStep {
  const label = `dials ${dialling.digits}`;
  return { from: service, to, kind: "leg.digits", label, detail: dialling };
}

export function recordsCall(of: FarEnd, change: CallRecordingChange): CallStep {
  const label = `${change.what} the recording of the call`;
  const detail = change.what === "starts" ? change.recording : undefined;
  return { from: service, to: of, kind: "call.recording", label, ...(detail && { detail }) };
}

export function voiceFocused(of: FarEnd, enabled: boolean): CallStep {
  const label = enabled ? "takes out the noise" : "lets the noise in";
  return { from: service, to: of, kind: "leg.voice-focus", label };
}

export function attendeesModified(
  detail: ModifyChimeMeetingAttendeesAction["Parameters"],
): CallStep {
  const label = `${detail.Operation === "Mute" ? "mutes" : "unmutes"} ${detail.AttendeeList.length} of the meeting`;
  return { from: service, to: "meetings", kind: "meeting.attendees", label, detail };
}

export function talksWithBot(to: FarEnd, script: BotScript): CallStep {
  const label = `a bot talks: ${script.intent}`;
  return { from: service, to, kind: "leg.bot", label, detail: script };
}

export function legDialled(to: FarEnd, request: DialRequest): CallStep {
  return { from: service, to, kind: "leg.dialled", label: "INVITE", detail: request };
}

export function legRings(from: FarEnd): CallStep {
  return { from, to: service, kind: "leg.ringing", label: "180 Ringing" };
}

export function legAnswered(from: FarEnd): CallStep {
  return { from, to: service, kind: "leg.answered", label: "200 OK: answered" };
}

export function legFailed(from: FarEnd, sipCode: number): CallStep {
  const label = `${sipCode}: not answered`;
  return { from, to: service, kind: "leg.not-answered", label, detail: { sipCode } };
}

export function legHungUp(from: FarEnd): CallStep {
  return { from, to: service, kind: "leg.hung-up", label: "hangs up" };
}

export function legReleased(to: FarEnd): CallStep {
  return { from: service, to, kind: "leg.released", label: "hung up by the service" };
}

export function meetingJoined(meetingId: string): CallStep {
  const detail = { meetingId };
  return { from: service, to: "meetings", kind: "leg.joined", label: "joins the meeting", detail };
}

export function meetingLeft(): CallStep {
  return { from: "meetings", to: service, kind: "leg.hung-up", label: "out of the meeting" };
}

function answerLabel(answer: unknown): string {
  const { Actions } = (answer ?? {}) as { readonly Actions?: unknown };
  if (!Array.isArray(Actions)) return "no actions";
  const types = Actions.map((action) => String((action as { Type?: unknown } | null)?.Type));
  return types.join(", ") || "no actions";
}
