import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** A line that a Lambda wrote. */
export interface LambdaLogLine {
  readonly functionName: string;
  readonly stream: "stdout" | "stderr";
  readonly line: string;
  /** The invocation it was written in; absent for lines of the init phase. */
  readonly requestId?: string;
}

export type LambdaLog = (line: LambdaLogLine) => void;

/** Hands on a stream line by line, also a last one without an end. */
export function eachLine(stream: Readable, take: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", take);
}
