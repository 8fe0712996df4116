/** What a log line may hold: short facts, no personal data, no whole context ID. */
export type LogFields = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

export type LogLevel = "info" | "warn" | "error";

/** Writes one fact about a request; `message` is a stable name such as `audit`. */
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void;

/** One JSON line each, as CloudWatch Logs Insights reads them. */
export function jsonLog(write: (line: string) => void): Log {
  return (level, message, fields) => write(`${JSON.stringify({ level, message, ...fields })}\n`);
}
