/** What a log line may hold: short facts, no personal data, no whole context ID. */
export type LogFields = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

export type LogLevel = "info" | "warn" | "error";

/** Writes one fact about a call; `message` is a stable name such as `call.routed`. */
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void;
