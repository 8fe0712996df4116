import stringWidth from "string-width";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** How many columns a text takes on a terminal; colours take none. */
export function displayWidth(text: string): number {
  return stringWidth(text);
}

/** Fills a text up with spaces to `width` columns. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** Cuts a plain text to `width` columns, with an ellipsis where something is left out. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = "";
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) {
    columns += displayWidth(segment);
    if (columns > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks a plain text into lines of at most `width` columns, at spaces where it can. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((each) => chopped(each, width))) {
    if (line !== "" && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function chopped(word: string, width: number): string[] {
  const pieces: string[] = [""];
  for (const { segment } of graphemes.segment(word)) {
    const last = pieces.pop() ?? "";
    if (displayWidth(last + segment) > width) pieces.push(last, segment);
    else pieces.push(last + segment);
  }
  return pieces;
}
