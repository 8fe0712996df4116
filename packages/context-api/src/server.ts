import { pathToFileURL } from "node:url";
import { startContextApi } from "./start-context-api.ts";

export { startContextApi };

/** `PORT=8080 node dist/server.mjs`; without PORT, any port that is free. The first line of the log says where. */
async function run(): Promise<void> {
  const write = (line: string) => void process.stdout.write(line);
  const port = Number(process.env.PORT ?? 0);
  const { url, close } = await startContextApi({ environment: process.env, port, write });
  write(`${JSON.stringify({ level: "info", message: "server.listening", url })}\n`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void close());
}

const isProgram = pathToFileURL(process.argv[1] ?? "").href === import.meta.url;
if (isProgram) await run();
