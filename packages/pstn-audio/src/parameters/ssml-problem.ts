/**
 * What makes a text no SSML: it has to be one `<speak>` element, with every tag closed (W3C SSML 1.1 §2.2; Amazon Polly
 * refuses it otherwise). Undefined when nothing does. Which tags there are is not looked at.
 */
export function ssmlProblem(text: string): string | undefined {
  if (!/^\s*(<\?xml[^>]*\?>\s*)?<speak[\s>/]/.test(text)) return "is not inside <speak>";
  const outside = text.replaceAll(/<!--.*?-->|<\?.*?\?>/gs, "");
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(outside)) {
    return "has an & that is not written as &amp;";
  }
  return tagProblem(outside);
}

const tag =
  /<(?<closes>\/?)(?<name>[\w:-]+)(?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?<empty>\/?)>/y;

function tagProblem(text: string): string | undefined {
  const open: string[] = [];
  let rootClosed = false;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    const found = tagAt(text, at);
    if (!found) return "has a < that begins no tag";
    if (rootClosed) return "goes on after </speak>";
    const problem = take(found, open);
    if (problem !== undefined) return problem;
    rootClosed = open.length === 0;
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) return `does not close <${known(unclosed)}>`;
  return /(?:<\/speak\s*>|<speak\s*\/>)\s*[^\s<]/.test(text) ? "goes on after </speak>" : undefined;
}

interface Tag {
  readonly name: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

function tagAt(text: string, at: number): Tag | undefined {
  tag.lastIndex = at;
  const { closes, name, empty } = tag.exec(text)?.groups ?? {};
  return name === undefined
    ? undefined
    : { name, opens: !closes && !empty, closes: Boolean(closes) };
}

/** Opens or closes it, as it says; or what stands against that. */
function take({ name, opens, closes }: Tag, open: string[]): string | undefined {
  if (opens) open.push(name);
  if (!closes) return undefined;
  // One is open: what comes after </speak> does not come here.
  const last = String(open.pop());
  if (last === name) return undefined;
  return `closes </${known(name)}> where <${known(last)}> is open`;
}

/** A hint never repeats what was written: a tag that nobody knows could be anything. */
function known(name: string): string {
  return /^(speak|break|emphasis|lang|mark|p|s|w|phoneme|prosody|say-as|sub|voice|audio|amazon:[\w-]+)$/.test(
    name,
  )
    ? name
    : "…";
}
