const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

/** What a listener hears of SSML: the text without tags and entities. */
export function spokenOf(markup: string): string {
  return markup.replace(/<[^>]*>/g, "").replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
}

const piece = /[^<&]|&(?:amp|lt|gt|quot|apos);|<\/?[a-z-]+(?: [a-z-]+="[^"<&]*")*\/?>/uy;
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Whether markup is text, entities and balanced tags, in characters that XML 1.0 allows. */
export function isWellFormed(markup: string): boolean {
  if (forbidden.test(markup)) return false;
  if (markup.replace(new RegExp(piece, "gu"), "") !== "") return false;
  const open: string[] = [];
  for (const [, close, name, empty] of markup.matchAll(/<(\/?)([a-z-]+)[^>]*?(\/?)>/g)) {
    if (close && open.pop() !== name) return false;
    if (!close && !empty) open.push(name ?? "");
  }
  return open.length === 0;
}
