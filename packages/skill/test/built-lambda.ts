import { type ChildProcess, fork } from "node:child_process";
import { on, once } from "node:events";
import type { ResponseEnvelope } from "ask-sdk-model";

/** The built Lambda in a process of its own, as AWS would run it. */
export interface BuiltLambda {
  handler(event: unknown): Promise<ResponseEnvelope>;
  /** What it wrote to its log so far: Powertools writes warnings and errors to standard error. */
  logged(): string;
  close(): Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly answer?: ResponseEnvelope;
  readonly error?: string;
}

/** @throws {Error} with what the process wrote when it does not start */
export async function startBuiltLambda(
  env: Readonly<Record<string, string>>,
): Promise<BuiltLambda> {
  const child = fork("test/run-lambda.mjs", { env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const logged = collect(child.stdout);
  const complaints = collect(child.stderr);
  const [first] = await Promise.race([once(child, "message"), once(child, "close")]);
  if (!isReady(first)) throw new Error(complaints());
  let sent = 0;
  return {
    logged: () => logged() + complaints(),
    handler(event) {
      sent += 1;
      return invoke(child, { id: sent, event });
    },
    async close() {
      child.kill();
      await once(child, "close");
    },
  };
}

async function invoke(child: ChildProcess, request: { readonly id: number; event: unknown }) {
  const messages = on(child, "message");
  child.send(request);
  for await (const [message] of messages as AsyncIterable<[Answer]>) {
    if (message.id !== request.id) continue;
    if (message.answer) return message.answer;
    throw new Error(message.error);
  }
  throw new Error("The Lambda's process ended");
}

function isReady(message: unknown): boolean {
  return typeof message === "object" && message !== null && "ready" in message;
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = "";
  stream?.on("data", (chunk) => {
    text += String(chunk);
  });
  return () => text;
}
