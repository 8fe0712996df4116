/** What a log line may hold: short facts; no name, number, account ID, token, whole context ID or caller's words. */
export type LogFields = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

export type LogLevel = "info" | "warn" | "error";

/** Writes one fact; `message` is a stable name such as `call.started`. */
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void;
