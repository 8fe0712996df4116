import { digits, type Ssml, ssml } from "./ssml.ts";

/** What stands for the placeholders of a sentence. */
export type Fillings = Readonly<Record<string, Ssml | string>>;

/** Numbers that are spoken digit by digit, in every sentence. */
const known: Fillings = { "911": digits("911"), "988": digits("988") };

/**
 * A sentence of plain text as speech, with its placeholders filled. One that is filled with nothing goes together
 * with the space before it.
 * @example fill("Shall I call {company} {about} now?", { company: "AT&T", about: "" }) // Shall I call AT&amp;T now?
 */
export function fill(sentence: string, fillings: Fillings = {}): Ssml {
  const parts = sentence.split(/( ?\{[^{}]+\})/);
  const markup = parts.map((part) => {
    const [, space = "", name] = /^( ?)\{([^{}]+)\}$/.exec(part) ?? [];
    if (name === undefined) return textMarkup(part);
    const value = fillings[name] ?? known[name] ?? "";
    return value === "" || (typeof value === "object" && value.markup === "")
      ? ""
      : space + ssml`${value}`.markup;
  });
  return { markup: markup.join("") };
}

/** An author's own text: apostrophes and quotation marks are fine outside of tags. */
function textMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
