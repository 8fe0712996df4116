import { type ServedFromPort, serveFromPort } from "@skill-call/emulation";
import { builtPage } from "../built-page.ts";
import { createConsoleApp } from "../console-app.ts";
import type { CallRecord } from "./call-record.ts";

export interface RecordsConsoleOptions {
  readonly records: readonly CallRecord[];
  /** Where they are from, in words. */
  readonly what: string;
  /** The port that the user asked for; the usual one, or the next that is free, without it. */
  readonly port?: number | undefined;
}

/** A call console of calls that are over. */
export type RecordsConsole = ServedFromPort;

const usualPort = 4720;

/** Shows calls that took place elsewhere. */
export function startRecordsConsole(options: RecordsConsoleOptions): Promise<RecordsConsole> {
  const { records, what, port } = options;
  const app = createConsoleApp({
    setup: { mode: "records", what },
    sources: [{ now: () => ({ type: "records", records }), listen: () => () => {} }],
    pageFile: builtPage,
  });
  return serveFromPort(app, { usual: usualPort, asked: port });
}
