export type { Action } from "./actions/action.ts";
export {
  type CallAndBridgeAction,
  type CallAndBridgeOptions,
  callAndBridge,
} from "./actions/call-and-bridge.ts";
export {
  type PauseCallRecordingAction,
  pauseCallRecording,
  type RecordingTrack,
  type ResumeCallRecordingAction,
  resumeCallRecording,
  type StartCallRecordingAction,
  type StartCallRecordingOptions,
  type StopCallRecordingAction,
  startCallRecording,
  stopCallRecording,
} from "./actions/call-recording.ts";
export {
  type HangupAction,
  type HangupCode,
  type HangupOptions,
  hangup,
} from "./actions/hangup.ts";
export {
  type JoinChimeMeetingAction,
  type JoinChimeMeetingOptions,
  joinChimeMeeting,
} from "./actions/join-chime-meeting.ts";
export {
  type AttendeesOperation,
  type ModifyChimeMeetingAttendeesAction,
  type ModifyChimeMeetingAttendeesOptions,
  modifyChimeMeetingAttendees,
} from "./actions/modify-chime-meeting-attendees.ts";
export { type PauseAction, type PauseOptions, pause } from "./actions/pause.ts";
export { type PlayAudioAction, type PlayAudioOptions, playAudio } from "./actions/play-audio.ts";
export {
  type PlayAudioAndGetDigitsAction,
  type PlayAudioAndGetDigitsOptions,
  playAudioAndGetDigits,
} from "./actions/play-audio-and-get-digits.ts";
export {
  type ReceiveDigitsAction,
  type ReceiveDigitsOptions,
  receiveDigits,
} from "./actions/receive-digits.ts";
export {
  type RecordAudioAction,
  type RecordAudioOptions,
  recordAudio,
} from "./actions/record-audio.ts";
export {
  type SendDigitsAction,
  type SendDigitsOptions,
  sendDigits,
} from "./actions/send-digits.ts";
export { type SpeakAction, type SpeakOptions, speak } from "./actions/speak.ts";
export {
  type SpeakAndGetDigitsAction,
  type SpeakAndGetDigitsOptions,
  speakAndGetDigits,
} from "./actions/speak-and-get-digits.ts";
export {
  type BotConfiguration,
  type BotMessage,
  type StartBotConversationAction,
  type StartBotConversationOptions,
  startBotConversation,
} from "./actions/start-bot-conversation.ts";
export {
  type VoiceFocusAction,
  type VoiceFocusOptions,
  voiceFocus,
} from "./actions/voice-focus.ts";
export { type Answer, answer } from "./answer/answer.ts";
export type { AnswerError, AnswerProblem, AnswerWarning } from "./answer/answer-problem.ts";
export { type CheckAnswerOptions, checkAnswer } from "./answer/check-answer.ts";
export {
  ActionParameterError,
  EventFormatError,
  isPstnAudioError,
  PstnAudioError,
  type PstnAudioErrorCode,
  pstnAudioErrorCodes,
  UnknownEventTypeError,
} from "./errors.ts";
export { callArguments } from "./events/call-arguments.ts";
export {
  type ActionData,
  type EventType,
  eventTypes,
  type Leg,
  type LegTag,
  type PstnAudioEvent,
  type ServiceError,
} from "./events/event.ts";
export { findLeg } from "./events/find-leg.ts";
export { type HangUp, hangUp } from "./events/hang-up.ts";
export { liveLegs } from "./events/live-legs.ts";
export { readEvent } from "./events/read-event.ts";
export { receivedDigits } from "./events/received-digits.ts";
export { sipHeader, sipHeaderFields } from "./events/sip-header.ts";
export type { BridgeEndpoint } from "./parameters/bridge-endpoint.ts";
export type { DigitInputOptions } from "./parameters/digit-input.ts";
export type { OnLeg } from "./parameters/leg-parameters.ts";
export type { AudioFile } from "./parameters/s3-object.ts";
export type { SpeechOptions } from "./parameters/speech.ts";
export { type ActionErrorType, actionErrorTypes } from "./rules/finding.ts";
export { type ActionName, actionNames, isActionName } from "./vocabulary/action-vocabulary.ts";
export { type EventEntry, eventVocabulary } from "./vocabulary/event-vocabulary.ts";
