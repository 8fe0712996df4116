import { readXml, XmlError, type XmlPiece } from "./xml.ts";

/** The elements that Alexa speaks: "Speech Synthesis Markup Language (SSML) Reference". */
const elements: ReadonlySet<string> = new Set([
  "speak",
  "alexa:name",
  "amazon:domain",
  "amazon:effect",
  "amazon:emotion",
  "audio",
  "break",
  "emphasis",
  "lang",
  "p",
  "phoneme",
  "prosody",
  "s",
  "say-as",
  "sub",
  "voice",
  "w",
]);

/** Elements that make a pause, and so part words. */
const pauses: ReadonlySet<string> = new Set(["break", "p", "s", "audio"]);

/** What is said, or why Alexa would not say it. */
export type SsmlReading =
  | { readonly text: string; readonly problem?: never }
  | { readonly text?: never; readonly problem: string };

/** Reads SSML as strictly as Alexa does. `text` is what people hear, in plain words. */
export function readSsml(ssml: string): SsmlReading {
  try {
    const pieces = readXml(ssml.trim());
    const problem = structureProblem(pieces);
    return problem ? { problem } : { text: heard(pieces) };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { problem: error.message };
  }
}

/** Plain text as SSML. */
export function toSsml(text: string): string {
  return `<speak>${escapeXml(text)}</speak>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function structureProblem(pieces: readonly XmlPiece[]): string | undefined {
  const [first] = pieces;
  if (first?.kind !== "open" || first.name !== "speak") return "the root element is not <speak>";
  const opened = pieces.flatMap((piece) => (piece.kind === "open" ? [piece.name] : []));
  const unknown = opened.find((name) => !elements.has(name));
  if (unknown) return `Alexa does not know <${unknown}>`;
  return opened.lastIndexOf("speak") > 0 || !endsWithRoot(pieces)
    ? "there is more than one <speak>"
    : undefined;
}

function endsWithRoot(pieces: readonly XmlPiece[]): boolean {
  const last = pieces.at(-1);
  return last?.kind === "close" && last.name === "speak";
}

/** The words as they are heard: the alias of a `<sub>` instead of its text, a space for a pause. */
function heard(pieces: readonly XmlPiece[]): string {
  let text = "";
  let isReplaced = false;
  for (const piece of pieces) {
    if (piece.kind !== "text" && piece.name === "sub") isReplaced = piece.kind === "open";
    if (piece.kind !== "text" || !isReplaced) text += sound(piece);
  }
  return text.replace(/\s+/g, " ").trim();
}

function sound(piece: XmlPiece): string {
  if (piece.kind === "text") return piece.text;
  if (pauses.has(piece.name)) return " ";
  return piece.kind === "open" && piece.name === "sub" ? (piece.attributes.get("alias") ?? "") : "";
}
