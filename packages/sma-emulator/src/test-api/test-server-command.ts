import { once } from "node:events";
import { CommandError, type Output, port } from "@skill-call/terminal";
import { Command, Option } from "commander";
import { EmulatorConfigError } from "../config/config-error.ts";
import type { Sma } from "./sma.ts";

interface TestServerOptions {
  readonly config: string;
  readonly port?: number;
  readonly record?: string;
}

/** `test-server`: the test API over HTTP, until it is interrupted or nobody holds its standard input any more. */
export function testServerCommand(output: Output): Command {
  const command = new Command("test-server")
    .description(
      "Serve the test API over HTTP, for pytest and others; prints its URL, and where the AWS SDK finds what is emulated",
    )
    .option("--config <file>", "what the account has", "emulator.json")
    .addOption(new Option("--port <port>", "where; a free port without it").argParser(port))
    .option("--record <folder>", "write each event to this folder, as a fixture")
    .action(() => serve(command.opts<TestServerOptions>(), output));
  return command;
}

async function serve(options: TestServerOptions, output: Output): Promise<void> {
  const { config, record } = options;
  // Loaded where they are used: `--help` would wait for them.
  const { startTestServer } = await import("./test-server.ts");
  const { testSma } = await import("./test-sma.ts");
  const sma = await testSma({ config, ...(record !== undefined && { record }) }).catch(inWords);
  const server = await startTestServer(sma, options.port);
  output.print(JSON.stringify({ url: server.endpoint, environment: sma.environment }));
  process.stdin.resume();
  await Promise.race([
    ...["SIGINT", "SIGTERM"].map((signal) => once(process, signal)),
    once(process.stdin, "end"),
  ]);
  process.stdin.destroy();
  await server.close();
  await sma.close();
}

function inWords(error: unknown): Sma {
  if (error instanceof EmulatorConfigError) throw new CommandError(error.message, { cause: error });
  throw error;
}
