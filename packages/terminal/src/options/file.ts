import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { CommandError } from "../command-error.ts";

/** @throws {CommandError} when there is no such file */
export function existingFile(path: string): string {
  if (existsSync(path)) return path;
  throw new CommandError(`There is no file ${path}.`);
}

/** @throws {CommandError} when the file cannot be read or is not JSON */
export async function jsonFile(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch((cause: Error) => {
    throw new CommandError(`The file ${path} cannot be read: ${cause.message}`, { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CommandError(`The file ${path} is not JSON: ${(cause as Error).message}`, { cause });
  }
}
