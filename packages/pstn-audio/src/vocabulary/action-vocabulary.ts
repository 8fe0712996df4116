/** What becomes of an action here. */
export interface ActionEntry {
  /** Whether skill-call's emulator runs it. */
  readonly emulated: boolean;
  /** Whether there is a builder for it and `checkAnswer` knows its parameters. */
  readonly checked: boolean;
  /** How the emulator differs from the service, or why it does not run the action. */
  readonly note: string;
}

const vocabulary = {
  CallAndBridge: emulated("The other side is one set up in the emulator; no ringback tone plays."),
  JoinChimeMeeting: emulated("The token is one of the emulated meetings; no media flows."),
  Hangup: emulated("As the service does it."),
  Speak: emulated("The text is shown, not synthesised."),
  SpeakAndGetDigits: emulated("The text is shown; the digits dialled are those of a script."),
  Pause: emulated("Waits on the emulator's clock."),
  PlayAudio: emulated("The file is named, not fetched and not played."),

  PlayAudioAndGetDigits: builtOnly("SpeakAndGetDigits is the emulated way to get digits."),
  ReceiveDigits: builtOnly("No digits are dialled between actions."),
  RecordAudio: builtOnly("There is no media to record."),
  SendDigits: builtOnly("No digits reach the other side."),

  StartBotConversation: nameOnly("There is no Amazon Lex here."),
  StartCallRecording: nameOnly("There is no media to record."),
  StopCallRecording: nameOnly("There is no media to record."),
  PauseCallRecording: nameOnly("There is no media to record."),
  ResumeCallRecording: nameOnly("There is no media to record."),
  ModifyChimeMeetingAttendees: nameOnly("There is no media to mute."),
  VoiceFocus: nameOnly("There is no media to clear of noise."),
} as const;

export type ActionName = keyof typeof vocabulary;

/** Every action of the service by its name. */
export const actionVocabulary: Readonly<Record<ActionName, ActionEntry>> = vocabulary;

/** Tells whether the service has an action of this name. */
export function isActionName(name: unknown): name is ActionName {
  return typeof name === "string" && Object.hasOwn(vocabulary, name);
}

function emulated(note: string): ActionEntry {
  return { emulated: true, checked: true, note };
}

function builtOnly(why: string): ActionEntry {
  return { emulated: false, checked: true, note: `Known, not emulated. ${why}` };
}

function nameOnly(why: string): ActionEntry {
  return { emulated: false, checked: false, note: `Known, not emulated. ${why}` };
}
