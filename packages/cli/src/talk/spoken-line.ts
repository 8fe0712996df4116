/** What a line typed in `talk` means. */
export type SpokenLine =
  | { readonly kind: "utterance"; readonly text: string }
  | { readonly kind: "silence" }
  | { readonly kind: "fault"; readonly name: string }
  | { readonly kind: "help" }
  | { readonly kind: "quit" }
  | { readonly kind: "unknown"; readonly command: string };

/** Reads a line: words to be said, or a `/command`. An empty line is silence. */
export function spokenLine(line: string): SpokenLine {
  const text = line.trim();
  if (text === "") return { kind: "silence" };
  const [, command, argument = ""] = /^\/(\S*)\s*(.*)$/.exec(text) ?? [];
  switch (command) {
    case undefined:
      return { kind: "utterance", text };
    case "silence":
    case "help":
    case "quit":
      return { kind: command };
    case "fault":
      return { kind: "fault", name: argument === "" ? "list" : argument };
    default:
      return { kind: "unknown", command };
  }
}
