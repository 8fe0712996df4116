import type { SvgNode } from "../../ladder/svg-node.ts";

const namespace = "http://www.w3.org/2000/svg";

/** A piece of a picture as an element; text goes in as text. */
export function svgElement({ name, attributes, children = [], text }: SvgNode): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`);
  if (text !== undefined) made.textContent = text;
  made.append(...children.map(svgElement));
  return made;
}
