/** A dialogue of docs/conversation.md in one locale. */
export interface Transcript {
  readonly title: string;
  readonly locale: string;
  readonly turns: readonly (readonly [caller: string, alexa: string])[];
  /** What the record holds, as it stands there; `undefined` where there is no call. */
  readonly record: string | undefined;
}

/** Reads every dialogue: a heading, the locales, a table of turns, the record. */
export function readTranscripts(markdown: string): readonly Transcript[] {
  const sections = markdown.split(/^### /m).slice(1);
  return sections.flatMap((section) => {
    const [title = ""] = section.split("\n", 1);
    return section
      .split(/^(?=\*\*)/m)
      .slice(1)
      .flatMap((dialogue) => transcriptsOf(title, dialogue));
  });
}

function transcriptsOf(title: string, dialogue: string): readonly Transcript[] {
  const [, locales = ""] = /^\*\*(.+)\*\*$/m.exec(dialogue) ?? [];
  const rows = [...dialogue.matchAll(/^\| (.+) \| (.+) \|$/gm)].slice(2);
  const turns = rows.map(([, caller = "", alexa = ""]) => [caller, alexa] as const);
  const [, record] = /^Record: (.+)$/m.exec(dialogue) ?? [];
  return locales.split(", ").map((locale) => ({ title, locale, turns, record }));
}
