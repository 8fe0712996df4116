/** One line of what the media does, for the emulator's log. */
export interface MediaLogLine {
  readonly level: "info" | "warn";
  readonly message: string;
}

export type MediaLog = (line: MediaLogLine) => void;
