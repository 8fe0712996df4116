/** A piece of an XML text, in document order. */
export type XmlPiece =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
    }
  | { readonly kind: "close"; readonly name: string };

/** Says why a text is no well-formed XML. */
export class XmlError extends Error {
  override readonly name = "XmlError";
  readonly code = "alexa.invalid-xml";
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Production [2] of XML 1.0: no control characters, no lone surrogates. */
const allowedText = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

const name = "[A-Za-z_][\\w:.-]*";
const tagPattern = new RegExp(
  `^<(/?)(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
);
const attributePattern = new RegExp(`(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "g");

/**
 * Splits XML into its pieces: the subset that SSML needs, without declarations, CDATA and processing
 * instructions. An empty element counts as opened and closed.
 * @throws {XmlError} when the text is not well formed
 */
export function readXml(text: string): XmlPiece[] {
  const pieces: XmlPiece[] = [];
  const open: string[] = [];
  for (let rest = text; rest !== ""; ) {
    const { length, found } = rest.startsWith("<") ? markup(rest) : characters(rest);
    for (const piece of found) nest(piece, open);
    pieces.push(...found);
    rest = rest.slice(length);
  }
  if (open.length > 0) throw new XmlError(`<${open.at(-1)}> is not closed`);
  return pieces;
}

interface Step {
  readonly length: number;
  readonly found: readonly XmlPiece[];
}

function markup(rest: string): Step {
  const comment = /^<!--(?:(?!--).)*-->/s.exec(rest);
  if (comment) return { length: comment[0].length, found: [] };
  const tag = tagPattern.exec(rest);
  if (!tag)
    throw new XmlError(`"${rest.slice(0, 20)}" is no tag; write &lt; for a "<" in the text`);
  const [{ length }, slash, element = "", attributes = "", empty] = [tag[0], ...tag.slice(1)];
  if (slash) return { length, found: [{ kind: "close", name: element }] };
  const opened: XmlPiece = { kind: "open", name: element, attributes: attributesIn(attributes) };
  return { length, found: empty ? [opened, { kind: "close", name: element }] : [opened] };
}

function characters(rest: string): Step {
  const end = rest.indexOf("<");
  const text = end === -1 ? rest : rest.slice(0, end);
  if (!allowedText.test(text)) throw new XmlError("there is a character that XML does not allow");
  return { length: text.length, found: [{ kind: "text", text: decoded(text) }] };
}

function attributesIn(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, key = "", double, single] of text.matchAll(attributePattern)) {
    if (attributes.has(key)) throw new XmlError(`attribute "${key}" stands twice`);
    attributes.set(key, decoded(double ?? single ?? ""));
  }
  return attributes;
}

function nest(piece: XmlPiece, open: string[]): void {
  if (piece.kind === "open") open.push(piece.name);
  if (piece.kind !== "close") return;
  const expected = open.pop();
  if (expected !== piece.name)
    throw new XmlError(
      expected ? `<${expected}> is closed by </${piece.name}>` : `</${piece.name}> closes nothing`,
    );
}

function decoded(text: string): string {
  return text.replace(/&([^;\s&]*;)?/g, (whole, reference: string | undefined) => {
    const character = reference && referenced(reference.slice(0, -1));
    if (!character)
      throw new XmlError(`"${whole}" is no entity; write &amp; for an "&" in the text`);
    return character;
  });
}

function referenced(reference: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(reference) ?? [];
  if (hex === undefined && decimal === undefined) return entities.get(reference);
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
