import { element } from "@skill-call/page-dom";
import type { Reader } from "./reader.ts";

/** What a caller or an agent wrote, set apart: its direction and its language change nothing around it. */
function ownWords(text: string, locale?: string): HTMLElement {
  const words = element("bdi", { text });
  speakIn(words, locale);
  return words;
}

/** About four lines: what is longer pushes everything else off the screen. */
const longestUnfolded = 280;

export interface FoldOptions {
  readonly reader: Pick<Reader, "words">;
  readonly locale?: string;
}

/** The same; of what is long the beginning is shown, and the rest where the reader asks for it. */
export function foldedWords(text: string, { reader, locale }: FoldOptions): HTMLElement {
  const characters = [...text];
  if (characters.length <= longestUnfolded) return ownWords(text, locale);
  const beginning = ownWords(`${characters.slice(0, longestUnfolded).join("")}…`, locale);
  const more = element("span", { text: reader.words.more, className: "more" });
  const summary = element("summary", {}, beginning, more);
  return element("details", {}, summary, ownWords(text, locale));
}

/** In which language the text of an element is read out; what is not a language leaves that as it is. */
export function speakIn(words: HTMLElement, locale = ""): void {
  try {
    words.lang = Intl.getCanonicalLocales(locale)[0] ?? "";
  } catch {
    words.lang = "";
  }
  if (words.lang === "") words.removeAttribute("lang");
}
