import type { Directive } from "./directive.ts";
import type { Card, OutputSpeech } from "./response-schema.ts";
import { readSsml } from "./ssml.ts";

/** "Request and Response JSON Reference", response format: bytes for the whole, characters for the texts. */
const maxResponseBytes = 120 * 1024;
const maxAttributesBytes = 24 * 1024;
const maxTextLength = 8000;

export function sizeProblem(payload: unknown, sessionAttributes: unknown): string | undefined {
  const bytes = sizeOf(payload);
  if (bytes > maxResponseBytes)
    return `the response has ${bytes} bytes; at most ${maxResponseBytes} are allowed`;
  const attributes = sizeOf(sessionAttributes ?? {});
  return attributes > maxAttributesBytes
    ? `sessionAttributes has ${attributes} bytes; at most ${maxAttributesBytes} are allowed`
    : undefined;
}

export function speechProblem(
  name: string,
  speech: OutputSpeech | null | undefined,
): string | undefined {
  if (!speech) return undefined;
  const content = speech.type === "SSML" ? speech.ssml : speech.text;
  if (content.length > maxTextLength)
    return `${name} has ${content.length} characters; at most ${maxTextLength} are allowed`;
  const problem = speech.type === "SSML" ? readSsml(speech.ssml).problem : undefined;
  return problem && `${name}.ssml: ${problem}`;
}

export function cardProblem(card: Card | null | undefined): string | undefined {
  const { length } = JSON.stringify(card ?? {});
  return length > maxTextLength
    ? `the card has ${length} characters; at most ${maxTextLength} are allowed`
    : undefined;
}

/** One question at a time, and somebody has to be left to answer it. */
export function questionProblem(
  directives: readonly Directive[],
  shouldEndSession: boolean | null | undefined,
): string | undefined {
  const [first, ...others] = directives.map(({ type }) => type);
  if (others.length > 0)
    return `there is more than one question: ${directives.map(({ type }) => type).join(", ")}`;
  if (shouldEndSession && first?.startsWith("Dialog."))
    return `${first} asks the caller, and shouldEndSession is true`;
  return undefined;
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
