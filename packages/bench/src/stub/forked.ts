import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A process beside those that are measured, which answers one message at a time. */
export interface Forked {
  readonly process: ChildProcess;
  /** Its next message. @throws {Error} when it ends before */
  heard(): Promise<unknown>;
  ask(question: object): Promise<unknown>;
  stop(): Promise<void>;
}

/** @param name of a file of the build, without `.mjs` */
export function forked(name: string): Forked {
  const file = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
  const child: ChildProcess = fork(file, { execArgv: [] });
  const ended = once(child, "close");
  const heard = async () => {
    const failed = ended.then(([code]) => {
      throw new Error(`${name} ended with ${code}`);
    });
    const [message] = await Promise.race([once(child, "message"), failed]);
    return message;
  };
  return {
    process: child,
    heard,
    ask: (question) => {
      child.send(question);
      return heard();
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
