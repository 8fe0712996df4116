import type { LogLevel } from "./config/emulator-config.ts";

/** A line for the person who runs the emulator. */
export interface EmulatorLogLine {
  readonly level: LogLevel;
  /** Such as `sip`, `pstn-audio` or the ID of a SIP media application, whose Lambda wrote it. */
  readonly source: string;
  readonly message: string;
  readonly transactionId?: string;
}

export type EmulatorLog = (line: EmulatorLogLine) => void;
