import type { ActionsByName } from "../actions/action.ts";

/** What this package knows of an action beyond its name. */
export interface ActionEntry {
  /** Whether there is a builder for it and `checkAnswer` knows its parameters. */
  readonly checked: boolean;
}

const vocabulary = {
  CallAndBridge: { checked: true },
  JoinChimeMeeting: { checked: true },
  Hangup: { checked: true },
  Speak: { checked: true },
  SpeakAndGetDigits: { checked: true },
  Pause: { checked: true },
  PlayAudio: { checked: true },
  PlayAudioAndGetDigits: { checked: true },
  ReceiveDigits: { checked: true },
  RecordAudio: { checked: true },
  SendDigits: { checked: true },

  StartBotConversation: { checked: false },
  StartCallRecording: { checked: false },
  StopCallRecording: { checked: false },
  PauseCallRecording: { checked: false },
  ResumeCallRecording: { checked: false },
  ModifyChimeMeetingAttendees: { checked: false },
  VoiceFocus: { checked: false },
} as const satisfies Record<keyof ActionsByName, { readonly checked: true }> &
  Record<string, ActionEntry>;

export type ActionName = keyof typeof vocabulary;

/** Every action of the service by its name. */
export const actionVocabulary: Readonly<Record<ActionName, ActionEntry>> = vocabulary;

/** Tells whether the service has an action of this name. */
export function isActionName(name: unknown): name is ActionName {
  return typeof name === "string" && Object.hasOwn(vocabulary, name);
}
