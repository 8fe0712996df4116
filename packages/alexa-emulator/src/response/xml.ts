import { SaxesParser } from "saxes";

/** A piece of an XML text, in document order. An empty element counts as opened and closed. */
export type XmlPiece =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
    }
  | { readonly kind: "close"; readonly name: string };

/** Says why a text is not well-formed XML. */
export class XmlError extends Error {
  override readonly name = "XmlError";
  readonly code = "alexa.invalid-xml";
}

/** Half of a character: the parser would take the next one for its other half. */
const halfCharacter = /\p{Surrogate}/u;

/**
 * Splits an XML document into its pieces. Comments and processing instructions are none of them.
 * @throws {XmlError} when the text is not well formed, or declares entities of its own
 */
export function readXml(text: string): XmlPiece[] {
  if (halfCharacter.test(text)) throw new XmlError("there is half a character (a lone surrogate)");
  const pieces: XmlPiece[] = [];
  const parser = new SaxesParser();
  parser.on("error", ({ message }) => {
    throw new XmlError(inPlainWords(message, text));
  });
  parser.on("doctype", () => {
    throw new XmlError("there is a document type declaration");
  });
  parser.on("opentag", ({ name, attributes }) => {
    pieces.push({ kind: "open", name, attributes: new Map(Object.entries(attributes)) });
  });
  parser.on("closetag", ({ name }) => void pieces.push({ kind: "close", name }));
  const onText = (said: string) => void pieces.push({ kind: "text", text: said });
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.write(text).close();
  return pieces;
}

const notSaid = /<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs;
const noEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)(?:\w+;)?/i;
const noTag = /<(?![/!?]|[\p{L}_:]).{0,19}/su;

/** What is wrong: the character that people forget to escape, if it is one of those two, else what the parser says. */
function inPlainWords(message: string, text: string): string {
  const markup = text.replaceAll(notSaid, "");
  const [entity] = noEntity.exec(markup) ?? [];
  if (entity) return `"${entity}" is not an entity; write &amp; for an "&" in the text`;
  const [tag] = noTag.exec(markup) ?? [];
  if (tag) return `"${tag}" is not a tag; write &lt; for a "<" in the text`;
  return message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
}
