import { type ChildProcess, spawn } from "node:child_process";
import { dirname, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { type LambdaSetting, lambdaEnvironment } from "./lambda-environment.ts";
import { exited, type LambdaError } from "./lambda-error.ts";
import { eachLine, type LambdaLog } from "./lambda-log.ts";

/** One invocation as it goes to the process. */
export interface ProcessRequest {
  readonly requestId: string;
  /** The event as JSON text. */
  readonly event: string;
  readonly remainingMs: number;
}

export type ProcessAnswer =
  /** `payload` is JSON text. */
  | { readonly type: "answered"; readonly payload: string }
  | { readonly type: "failed"; readonly error: LambdaError };

/** What the runtime in the process says; after the last two it ends. */
type RuntimeWord =
  | { readonly type: "ready" }
  | ProcessAnswer
  | { readonly type: "init-failed" | "crashed"; readonly error: LambdaError };

/** A Lambda's process: one file, loaded once, one invocation at a time. */
export class LambdaProcess {
  /** Undefined when the file loaded, or why it did not. */
  readonly initialised: Promise<LambdaError | undefined>;
  readonly #child: ChildProcess;
  readonly #closed: Promise<void>;
  #requestId: string | undefined;
  #endInit: (error?: LambdaError) => void = () => {};
  #answer: (answer: ProcessAnswer) => void = () => {};
  #fate: LambdaError | undefined;

  constructor(setting: LambdaSetting, log: LambdaLog) {
    const { command, args, missing } = lambdaProgram(setting);
    this.#child = spawn(command, args, {
      cwd: dirname(setting.source),
      env: lambdaEnvironment(setting, process.env),
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#closed = new Promise((resolve) => this.#child.once("close", () => resolve()));
    this.initialised = new Promise((resolve) => {
      this.#endInit = resolve;
    });
    this.#listen(missing);
    this.#handOnLines(setting.name, log);
  }

  /** Nothing more can be asked of it. */
  get over(): boolean {
    return this.#fate !== undefined;
  }

  invoke(request: ProcessRequest): Promise<ProcessAnswer> {
    this.#requestId = request.requestId;
    return new Promise((resolve) => {
      this.#answer = resolve;
      if (this.#fate) resolve({ type: "failed", error: this.#fate });
      else this.#child.send(request);
    });
  }

  /** Ends the process at once; what it wrote until then is still handed on. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#closed;
  }

  #listen(missing: string): void {
    this.#child.on("message", (word) => this.#hear(word as RuntimeWord));
    this.#child.once("error", ({ message }) =>
      this.#end({ errorType: "Runtime.ExitError", message: `${missing}: ${message}` }),
    );
    this.#child.once("exit", (code, signal) =>
      this.#end(exited({ requestId: this.#requestId ?? "init", code, signal })),
    );
  }

  #hear(word: RuntimeWord): void {
    if (word.type === "ready") this.#endInit();
    else if (word.type === "answered" || word.type === "failed") this.#answer(word);
    else this.#end(word.error);
  }

  /** The first reason given for its end stands: what follows from it says less. */
  #end(error: LambdaError): void {
    this.#fate ??= error;
    this.#endInit(this.#fate);
    this.#answer({ type: "failed", error: this.#fate });
  }

  #handOnLines(functionName: string, log: LambdaLog): void {
    for (const stream of ["stdout", "stderr"] as const) {
      const readable = this.#child[stream];
      if (!readable) continue;
      eachLine(readable, (line) => {
        const requestId = this.#requestId;
        log({ functionName, stream, line, ...(requestId !== undefined && { requestId }) });
      });
    }
  }
}

/** A program that a Lambda's process runs. */
interface LambdaProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** Why a command that is not there is needed. */
  readonly missing: string;
}

const beside = (file: string) => fileURLToPath(new URL(`./${file}`, import.meta.url));

/** The runtime of a language with the Lambda's file. */
function lambdaProgram({ file, exported, runtime }: LambdaSetting): LambdaProgram {
  if (extname(file) === ".py") {
    return {
      command: "python3",
      args: ["-u", beside("lambda-runtime.py"), file, exported],
      missing: `${file} is Python, and there is no python3 on PATH`,
    };
  }
  return {
    command: process.execPath,
    args: ["--enable-source-maps", beside("lambda-runtime.mjs"), file, exported, runtime],
    missing: `${process.execPath} cannot be started`,
  };
}
