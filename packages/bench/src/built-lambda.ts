import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const runner = fileURLToPath(new URL("./invoked-process.mjs", import.meta.url));

/** A built Lambda in a process of its own, timed from inside. */
export interface InvokedLambda {
  /** How long its module took to load. */
  readonly loadMs: number;
  invoke(event: unknown): Promise<{ readonly ms: number; readonly answer: unknown }>;
  stop(): Promise<void>;
}

/**
 * Starts `dist/lambda/index.mjs` of a package with nothing but the given environment.
 * @throws {Error} when it ends before it has loaded
 */
export async function startBuiltLambda(
  name: string,
  environment: Readonly<Record<string, string>>,
): Promise<InvokedLambda> {
  const file = new URL(`../../${name}/dist/lambda/index.mjs`, import.meta.url).href;
  const child = fork(runner, [file], {
    env: { ...environment, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const { loadMs } = (await nextMessage(child, name)) as { loadMs: number };
  return {
    loadMs,
    invoke: async (event) => {
      child.send(event as object);
      return (await nextMessage(child, name)) as { ms: number; answer: unknown };
    },
    stop: async () => {
      const closed = once(child, "close");
      child.kill();
      await closed;
    },
  };
}

function nextMessage(child: ChildProcess, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`${name} ended before it answered`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message);
    });
  });
}
