import { resolveText } from "../contact/resolve-reference.ts";
import type { RunningAction } from "./action.ts";

/** A text parameter with its references filled in; empty where there is none. */
export function textParameter({ action, scene }: RunningAction, name: string): string {
  const value = action.Parameters[name];
  return typeof value === "string" ? resolveText(value, scene.contact) : "";
}

/** The texts of a parameter that is a map, with their references filled in. */
export function mapParameter(
  { action, scene }: RunningAction,
  name: string,
): Readonly<Record<string, string>> {
  const value = action.Parameters[name];
  if (typeof value !== "object" || value === null) return {};
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(texts.map(([key, text]) => [key, resolveText(text, scene.contact)]));
}

/** A number of seconds, in milliseconds. */
export function millisecondsParameter(running: RunningAction, name: string): number {
  const seconds = Number(textParameter(running, name));
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}
