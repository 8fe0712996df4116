/** Speech as SSML. Text gets into it only through `ssml` and `spellOut`, which escape it. */
export interface Ssml {
  readonly markup: string;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** What XML 1.0 takes as a character (section 2.2); lone surrogates are among what it does not. */
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escapeXml(text: string): string {
  return text.replace(notXml, "").replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/**
 * A sentence: its own text is markup, what is put into it is escaped.
 * @example ssml`Thanks, ${"AT&T"}.` // { markup: "Thanks, AT&amp;T." }
 */
export function ssml(
  parts: TemplateStringsArray,
  ...values: readonly (Ssml | string | number)[]
): Ssml {
  const markup = values.map((value) =>
    typeof value === "object" ? value.markup : escapeXml(String(value)),
  );
  return { markup: String.raw({ raw: parts }, ...markup) };
}

/** One letter or digit after the other. */
export function spellOut(text: string): Ssml {
  return ssml`<say-as interpret-as="spell-out">${text}</say-as>`;
}

/** A number that is known by its digits: "nine one one". */
export function digits(number: string): Ssml {
  return ssml`<say-as interpret-as="digits">${number}</say-as>`;
}

/** What a reader sees of speech: its text, without tags and entities. */
export function plainText({ markup }: Ssml): string {
  const text = markup.replace(/<[^<>]*>/g, "");
  const characters = Object.entries(entities);
  return text.replace(
    /&\w+;/g,
    (entity) => characters.find(([, each]) => each === entity)?.[0] ?? entity,
  );
}

/** Several sentences, one after the other. */
export function inSequence(sentences: readonly Ssml[]): Ssml {
  return { markup: sentences.map(({ markup }) => markup).join(" ") };
}
