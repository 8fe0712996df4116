import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { ConfigError } from "@skill-call/lambda-config";
import { startContextApi } from "./start-context-api.ts";

export { startContextApi };

/** `PORT=8080 node dist/server.mjs`; without PORT, any port that is free. The first line of the log says where. */
async function run(): Promise<void> {
  const write = (line: string) => void process.stdout.write(line);
  const port = readPort(process.env.PORT ?? "0");
  const { url, close } = await startContextApi({ environment: process.env, port, write });
  write(`${JSON.stringify({ level: "info", message: "server.listening", url })}\n`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void close());
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  const mistake = { variable: "PORT", problem: "must be a number up to 65535; example: 8080" };
  throw new ConfigError({ code: "context-api.config", lambda: "The context API" }, [mistake]);
}

/** A mistake of the person who starts it is a sentence; anything else is a fault, with its place. */
function report(error: unknown): void {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  const isMistake = error instanceof ConfigError || isTaken;
  process.stderr.write(`${isMistake ? error.message : inspect(error)}\n`);
  process.exitCode = 1;
}

const isProgram = pathToFileURL(process.argv[1] ?? "").href === import.meta.url;
if (isProgram) await run().catch(report);
