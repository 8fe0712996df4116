/** What the service writes to the account's log, as it would to CloudWatch. Holds no number, name or token. */
export interface LogLine {
  readonly level: "info" | "warn" | "error";
  readonly message: string;
  readonly transactionId: string;
}

export type ServiceLog = (line: LogLine) => void;
