import { padded, wrapped } from "./display-width.ts";
import type { Terminal } from "./terminal.ts";

/** Something that was said aloud. */
export interface Saying {
  readonly speaker: "caller" | "alexa" | "call";
  readonly text: string;
}

const names: Readonly<Record<Saying["speaker"], string>> = {
  caller: "Caller",
  alexa: "Alexa",
  /** What the SIP media application says into the call. */
  call: "On the phone",
};
const nameWidth = 14;

/** Who said what, one below the other. */
export function transcript(sayings: readonly Saying[], { width, colors }: Terminal): string[] {
  return sayings.flatMap(({ speaker, text }) => {
    const [first = "", ...more] = wrapped(text, width - nameWidth - 2);
    const name = padded(names[speaker], nameWidth);
    const said = speaker === "caller" ? colors.bold : (line: string) => line;
    return [
      `${colors.dim(name)}${said(first)}`,
      ...more.map((line) => " ".repeat(nameWidth) + said(line)),
    ];
  });
}
