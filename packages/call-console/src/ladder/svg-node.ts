/** A piece of a picture as plain data: the browser makes elements of it, an export makes text. */
export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children?: readonly SvgNode[];
  readonly text?: string;
}

export function svg(
  name: string,
  attributes: SvgNode["attributes"],
  content: readonly SvgNode[] | string = [],
): SvgNode {
  return typeof content === "string"
    ? { name, attributes, text: content }
    : { name, attributes, children: content };
}

/** The picture as XML. */
export function svgText({ name, attributes, children = [], text = "" }: SvgNode): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(`${value}`)}"`,
  );
  return `<${name}${written.join("")}>${escaped(text)}${children.map(svgText).join("")}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Nothing that a caller said can become markup; characters that XML 1.0 does not know are replaced. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? "")
    .replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|\uFFFE|\uFFFF/gu, "\uFFFD");
}
