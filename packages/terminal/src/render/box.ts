import { displayWidth, padded, wrapped } from "./display-width.ts";
import type { Terminal } from "./terminal.ts";

const widest = 78;

/** A box with a title, as wide as its content needs. Lines that are too long are wrapped. */
export function box(title: string, content: readonly string[], terminal: Terminal): string[] {
  const room = Math.min(widest, terminal.width) - 4;
  const lines = content.flatMap((line) => (displayWidth(line) > room ? wrapped(line, room) : line));
  const inner = Math.max(displayWidth(title) + 2, ...lines.map(displayWidth));
  const { cyan, bold } = terminal.colors;
  return [
    `${cyan("╭─")} ${bold(title)} ${cyan(`${"─".repeat(inner - displayWidth(title) - 1)}╮`)}`,
    ...lines.map((line) => `${cyan("│")} ${padded(line, inner)} ${cyan("│")}`),
    cyan(`╰${"─".repeat(inner + 2)}╯`),
  ];
}
