import type { RawObject } from "../raw-fields.ts";
import { optional } from "./action-rules.ts";
import { type Finding, mistake } from "./finding.ts";
import { object, text } from "./value-rules.ts";

/** What is played or said: exactly one of these. References in it are filled in. */
export type PromptOptions =
  | { readonly text: string }
  | { readonly ssml: string }
  | { readonly promptId: string };

const kinds = ["Text", "SSML", "PromptId", "Media"] as const;

export const promptParameters = {
  Text: optional(text),
  SSML: optional(text),
  PromptId: optional(text),
  Media: optional(object),
};

export function prompt(options: PromptOptions): Readonly<Record<string, string>> {
  if ("ssml" in options) return { SSML: options.ssml };
  return "text" in options ? { Text: options.text } : { PromptId: options.promptId };
}

export function exactlyOnePrompt(parameters: RawObject): readonly Finding[] {
  const given = kinds.filter((kind) => parameters[kind] !== undefined);
  if (given.length === 1) return [];
  const found = given.length === 0 ? "none is given" : `${given.join(" and ")} are given`;
  return [mistake("parameter", "Parameters", `has to have one of ${kinds.join(", ")}; ${found}`)];
}
