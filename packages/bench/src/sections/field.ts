import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { awsEnvironment } from "../contest/aws-environment.ts";
import type { Contestant } from "../contest/contestants.ts";
import type { NodeBinary } from "../measure/node-binary.ts";
import type { Program } from "../measure/processes.ts";
import type { Stub } from "../stub/start-stub.ts";

/** Where everything is measured. */
export interface Field {
  readonly stub: Stub;
  /** For files that processes read. */
  readonly folder: string;
  /** Hears what is measured now. */
  begun(what: string): void;
}

/** @param endpoint of what stands for DynamoDB */
export function programOf(
  { lambda, environment }: Contestant,
  { path }: NodeBinary,
  endpoint: string,
): Program {
  return { binary: path, lambda, environment: { ...awsEnvironment(endpoint), ...environment } };
}

/** A file of events, each with a context of its own. */
export async function eventsFile(
  { event }: Contestant,
  contextIds: readonly string[],
  folder: string,
): Promise<string> {
  return jsonFile(contextIds.map(event), folder);
}

/** A file with one event. */
export function eventFile({ event }: Contestant, folder: string): Promise<string> {
  return jsonFile(event(randomUUID()), folder);
}

async function jsonFile(value: unknown, folder: string): Promise<string> {
  const file = join(folder, `${randomUUID()}.json`);
  await writeFile(file, JSON.stringify(value));
  return file;
}

export function contextIds(count: number): string[] {
  return Array.from({ length: count }, () => randomUUID());
}

/** @throws {Error} when it is not what it should be: a Lambda that fails is quick */
export function checkAnswer({ name, answers }: Contestant, answer: unknown): void {
  const text = JSON.stringify(answer) ?? "";
  if (!answers.test(text)) throw new Error(`${name} answered ${text.slice(0, 500)}`);
}
