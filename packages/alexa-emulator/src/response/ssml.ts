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

/** White space of XML around the document. A no-break space is text. */
const aroundRoot = /^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/g;

const notSpeak = "the root element is not <speak>";

/** What is said, or why Alexa would not say it. */
export type SsmlReading =
  | { readonly text: string; readonly problem?: never }
  | { readonly text?: never; readonly problem: string };

/** Reads SSML as strictly as Alexa does. `text` is what people hear, in plain words. */
export function readSsml(ssml: string): SsmlReading {
  try {
    const document = ssml.replace(aroundRoot, "");
    if (!document.startsWith("<")) return { problem: notSpeak };
    const pieces = readXml(document);
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

/** The parser lets one root pass, and no text around it. */
function structureProblem(pieces: readonly XmlPiece[]): string | undefined {
  const [root, ...others] = pieces.flatMap((piece) => (piece.kind === "open" ? [piece.name] : []));
  if (root !== "speak") return notSpeak;
  const unknown = others.find((name) => !elements.has(name));
  if (unknown) return `Alexa does not know <${unknown}>`;
  return others.includes("speak") ? "there is a <speak> in a <speak>" : undefined;
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
