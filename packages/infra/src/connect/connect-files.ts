import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { checkFlow, type FlowType } from "@skill-call/contact-flow";
import { DeploymentError } from "../deployment/deployment-error.ts";

/** What is deployed to an instance of Amazon Connect, as its package wrote it: JSON with `${placeholders}`. */
export interface ConnectFiles {
  /** The flow of a call. */
  readonly callback: string;
  /** What an agent hears before the caller. */
  readonly agentWhisper: string;
  /** Test cases in AWS's Testing language, by their names. */
  readonly testCases: Readonly<Record<string, string>>;
}

/**
 * Reads the flows and their test cases, the files that the contact flow emulator runs, too.
 * @throws {DeploymentError} when a file is not there, or Connect would refuse a flow
 */
export function connectFilesIn(packagesFolder: string): ConnectFiles {
  const folder = join(packagesFolder, "connect-handler");
  const testCases = join(folder, "test-cases");
  return {
    callback: flowIn(join(folder, "flows/callback.json"), "CONTACT_FLOW"),
    agentWhisper: flowIn(join(folder, "flows/agent-whisper.json"), "AGENT_WHISPER"),
    testCases: Object.fromEntries(
      readdirSync(testCases).map((file) => [basename(file, ".json"), read(join(testCases, file))]),
    ),
  };
}

function flowIn(file: string, type: FlowType): string {
  const text = read(file);
  const problems = checkFlow(text, { type }).filter(({ severity }) => severity === "error");
  if (problems.length === 0) return text;
  throw new DeploymentError(
    problems.map(({ place, message }) => `${basename(file)}: ${place}: ${message}`),
  );
}

function read(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8");
  throw new DeploymentError([`${file} is not there`]);
}
