import type { Terminal } from "@skill-call/terminal";

/** Columns that the content of a section stands in from the left. */
export const indent = 2;

/** A part of a story under its heading; nothing at all without content. */
export function section(
  heading: string,
  lines: readonly string[],
  { colors }: Terminal,
): readonly string[] {
  if (lines.length === 0) return [];
  return ["", colors.bold(heading), ...lines.map((line) => " ".repeat(indent) + line)];
}
