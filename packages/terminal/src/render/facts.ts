import { displayWidth, padded, wrapped } from "./display-width.ts";

export type Fact = readonly [name: string, value: string | number | boolean | undefined];

/** Names and values in two columns; what is undefined is left out. Values are wrapped at `width` columns. */
export function factLines(facts: readonly Fact[], width = Number.POSITIVE_INFINITY): string[] {
  const known = facts.filter(([, value]) => value !== undefined);
  const nameWidth = Math.max(0, ...known.map(([name]) => displayWidth(name))) + 2;
  return known.flatMap(([name, value]) => {
    const [first = "", ...more] = wrapped(String(value), Math.max(10, width - nameWidth));
    return [padded(name, nameWidth) + first, ...more.map((line) => " ".repeat(nameWidth) + line)];
  });
}
