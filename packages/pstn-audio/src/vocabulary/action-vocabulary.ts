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
  Speak: emulated(
    "On a SIP leg the local espeak-ng speaks, else a tone; elsewhere it is only shown.",
  ),
  SpeakAndGetDigits: emulated("As Speak; digits are telephone-events of a SIP leg, or a script's."),
  Pause: emulated("Waits on the emulator's clock."),
  PlayAudio: emulated("WAV files of a folder in place of S3, heard on SIP legs alone."),
  PlayAudioAndGetDigits: emulated("As PlayAudio; digits as with SpeakAndGetDigits."),
  ReceiveDigits: emulated("Digits that no other action takes, while the leg's media are ours."),
  RecordAudio: emulated("A WAV file in a folder in place of S3; silence where there is no sound."),
  SendDigits: emulated("Telephone-events to a SIP leg, but not to one that is bridged."),

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

function nameOnly(why: string): ActionEntry {
  return { emulated: false, checked: false, note: `Known, not emulated. ${why}` };
}
