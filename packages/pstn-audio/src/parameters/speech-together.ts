import { isRawObject, type RawObject } from "../raw-fields.ts";
import type { TogetherRule } from "../rules/action-rules.ts";
import { type Finding, invalid, refusal, warning } from "../rules/finding.ts";
import { pollyLanguages, pollyVoices } from "./polly-voices.ts";
import { ssmlProblem } from "./ssml-problem.ts";

/** The guide does not print the words for this one. */
const invalidText = invalid("The Text parameter is invalid.");

/** Rules over the parameters of a speech: those of the action itself, or of a map among them. */
export function speechTogether(map?: string): TogetherRule {
  const path = (name: string) => (map === undefined ? name : `${map}.${name}`);
  return (parameters) => {
    const speech = map === undefined ? parameters : parameters[map];
    return isRawObject(speech) ? findings(speech, path) : [];
  };
}

function findings(
  { Text, TextType, VoiceId, LanguageCode }: RawObject,
  path: (name: string) => string,
): readonly Finding[] {
  return [
    ...ofText(Text, TextType, path("Text")),
    ...unknown(VoiceId, pollyVoices, path("VoiceId"), "voice"),
    ...unknown(LanguageCode, pollyLanguages, path("LanguageCode"), "language"),
  ];
}

function ofText(text: unknown, type: unknown, field: string): readonly Finding[] {
  if (typeof text !== "string" || text === "") return [];
  if (type === "ssml") {
    const problem = ssmlProblem(text);
    return problem === undefined ? [] : [refusal(invalidText, field, problem)];
  }
  if (!/^\s*<speak\b/.test(text)) return [];
  return [warning(field, "It looks like SSML, but TextType is not ssml: its tags are read out.")];
}

/** Amazon Polly gets new ones: one that is not known here may be right. */
function unknown(
  value: unknown,
  known: ReadonlySet<string>,
  ...[field, what]: [field: string, what: string]
): readonly Finding[] {
  if (typeof value !== "string" || value === "" || known.has(value)) return [];
  const message = `Amazon Polly has no such ${what}, as far as is known here; the action would fail.`;
  return [warning(field, message)];
}
