import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface ContextApiProcess {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Runs the built context API in a process of its own, on a free port.
 * @throws {Error} when it ends before it listens
 */
export async function startContextApiProcess(
  file: string,
  environment: Readonly<Record<string, string>>,
): Promise<ContextApiProcess> {
  const child = spawn(process.execPath, [file], {
    env: { ...environment, PORT: "0" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(child, "close");
  const lines = createInterface({ input: child.stdout });
  const listening = new Promise<string>((resolve) => {
    lines.on("line", (line) => {
      const url = listeningUrl(line);
      if (url !== undefined) resolve(url);
    });
  });
  const gone = ended.then((): never => {
    throw new Error("The context API ended before it listened");
  });
  const url = await Promise.race([listening, gone]);
  // From here on its end is no surprise.
  gone.catch(() => {});
  return {
    url,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

/** The server says where it listens in a line of its log. */
function listeningUrl(line: string): string | undefined {
  if (!line.startsWith("{")) return undefined;
  const { message, url } = JSON.parse(line) as { readonly message?: string; readonly url?: string };
  return message === "server.listening" ? url : undefined;
}
