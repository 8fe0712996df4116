import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import * as v from "valibot";
import { type ConfigMistake, EmulatorConfigError } from "../errors.ts";
import type { FlowSetting } from "../instance/create-connect.ts";
import { type ConnectDocument, connectSchema } from "./connect-schema.ts";

/** A configuration, with what its files hold. */
export interface ConnectConfig {
  readonly document: ConnectDocument;
  /** What paths are relative to. */
  readonly folder: string;
  readonly flows: readonly FlowSetting[];
}

/**
 * Reads the configuration and the flows that it names.
 * @throws {EmulatorConfigError} with every mistake
 */
export async function readConnectConfig(file: string): Promise<ConnectConfig> {
  const parsed = v.safeParse(connectSchema, await jsonOf(file));
  if (!parsed.success) throw new EmulatorConfigError(file, parsed.issues.map(mistakeOf));
  const document = parsed.output;
  const folder = dirname(resolve(file));
  const flows = await Promise.all(
    document.flows.map(async ({ file: path, id, name, type }, index): Promise<FlowSetting> => {
      const text = await textOf(resolve(folder, path), `flows[${index}].file`);
      const content = substituted(text, document.substitutions);
      return { id, content, ...(name !== undefined && { name }), ...(type && { type }) };
    }),
  );
  return { document, folder, flows };
}

/** The text as CloudFormation's `Fn::Sub` would make it: `${Name}` filled in, what is not named left as it is. */
export function substituted(text: string, names: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{([\w.:]+)\}/g, (whole, name: string) =>
    Object.hasOwn(names, name) ? (names[name] ?? whole) : whole,
  );
}

/** @throws {EmulatorConfigError} when the file cannot be read */
export async function textOf(file: string, place = ""): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new EmulatorConfigError(file, [{ place, problem: "cannot be read" }], { cause });
  });
}

async function jsonOf(file: string): Promise<unknown> {
  const text = await textOf(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EmulatorConfigError(file, [{ place: "", problem: "is not JSON" }], { cause });
  }
}

function mistakeOf(issue: v.BaseIssue<unknown>): ConfigMistake {
  return { place: v.getDotPath(issue) ?? "", problem: issue.message };
}
