import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Output } from "./output.ts";

/**
 * Takes line by line, each when the one before is done with, until there is none or `take` answers "leave". On a
 * terminal it asks for them; Ctrl-C and Ctrl-D leave.
 */
export async function eachLine(
  input: Readable & { readonly isTTY?: boolean },
  output: Output,
  take: (line: string) => Promise<"go-on" | "leave">,
): Promise<void> {
  const lines = createInterface({
    input,
    ...(input.isTTY && { output: process.stdout, prompt: output.terminal.colors.dim("you> ") }),
  });
  lines.on("SIGINT", () => lines.close());
  if (input.isTTY) lines.prompt();
  for await (const line of lines) {
    if ((await take(line)) === "leave") break;
    if (input.isTTY) lines.prompt();
  }
  lines.close();
}
