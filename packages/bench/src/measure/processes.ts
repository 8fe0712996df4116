import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

const measured = fileURLToPath(new URL("./measured-process.mjs", import.meta.url));

/** A Lambda, as a file, and what it is started with. */
export interface Program {
  /** Of Node. */
  readonly binary: string;
  /** With `export const handler`. */
  readonly lambda: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Since the process began. */
export interface Spent {
  /** Of all its threads. */
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** One fresh process, until it had loaded the Lambda, and until that had answered one event. */
export interface ColdStart {
  readonly load: Spent;
  readonly all: Spent;
  readonly answer: unknown;
}

/**
 * Starts a process that answers one event and ends.
 * @param eventFile JSON
 * @throws {Error} with what it wrote when it does not answer
 */
export async function coldStart(program: Program, eventFile: string): Promise<ColdStart> {
  const { figures, ended } = start(program, [eventFile]);
  const { value } = await figures.next();
  const complaints = await ended;
  if (value === undefined) throw new Error(`${program.lambda} does not answer: ${complaints}`);
  return JSON.parse(value);
}

/** What a batch of events took, in a process that goes on. */
export interface Batch {
  /** Of each event. */
  readonly ms: readonly number[];
  /** Of all together. */
  readonly cpuMs: number;
  /** Afterwards; after a garbage collection, where the process was started with `--expose-gc`. */
  readonly heapBytes: number;
  /** To the last of them. */
  readonly answer: unknown;
}

export interface BatchOptions {
  /** JSON, a list of events. */
  readonly file: string;
  /** Events that are answered at a time. */
  readonly concurrency?: number;
}

/** A Lambda's process that stays. */
export interface WarmLambda {
  answer(batch: BatchOptions): Promise<Batch>;
  stop(): Promise<void>;
}

export function startWarm(program: Program, nodeOptions: readonly string[] = []): WarmLambda {
  const { child, figures, ended } = start(program, [], nodeOptions);
  return {
    answer: async ({ file, concurrency = 1 }) => {
      child.stdin.write(`${JSON.stringify({ file, concurrency })}\n`);
      const { value } = await figures.next();
      if (value === undefined) throw new Error(`${program.lambda} ended: ${await ended}`);
      return JSON.parse(value);
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

interface Running {
  readonly child: ChildProcessByStdio<Writable, null, Readable>;
  /** Lines that it tells its figures in. */
  readonly figures: AsyncIterator<string | undefined>;
  /** When it is over: what it wrote to standard error. */
  readonly ended: Promise<string>;
}

function start(
  { binary, lambda, environment }: Program,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Running {
  const child = spawn(binary, [...nodeOptions, measured, lambda, ...args], {
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true", ...environment },
    stdio: ["pipe", "ignore", "pipe", "pipe"],
  }) as unknown as Running["child"];
  // A process that ended says why by itself.
  child.stdin.on("error", () => {});
  const lines = createInterface({ input: child.stdio[3] as Readable });
  return { child, figures: lines[Symbol.asyncIterator](), ended: complaintsOf(child) };
}

const mostComplaints = 2_000;

async function complaintsOf(child: Running["child"]): Promise<string> {
  let text = "";
  child.stderr.on("data", (chunk) => {
    text += String(chunk);
  });
  await once(child, "close");
  return text.slice(0, mostComplaints);
}
