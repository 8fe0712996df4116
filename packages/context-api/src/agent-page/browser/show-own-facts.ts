import { element } from "@skill-call/page-dom";
import type { CallContext } from "./call-context.ts";
import { foldedWords } from "./own-words.ts";
import { isDiallable } from "./phone-number.ts";
import type { Reader } from "./reader.ts";
import type { FieldLabel } from "./settings.ts";
import { numberLink } from "./show-facts.ts";
import { humanised } from "./words/words.ts";

interface OwnFact {
  readonly label: string;
  readonly value: readonly Node[];
}

/** What a team's own schema added: labelled fields in the order of the labels, and then the others. */
export function ownFacts(context: CallContext, reader: Reader): readonly OwnFact[] {
  const { fields, hiddenFields = [] } = context;
  const names = [...new Set([...Object.keys(fields), ...hiddenFields])];
  const labelled = reader.labels.filter(({ id }) => names.includes(id));
  const others = names.filter((name) => !labelled.some(({ id }) => id === name));
  return [...labelled, ...others.map((id) => plain(id))].map((label) => ({
    label: label.label,
    value: hiddenFields.includes(label.id)
      ? notShown(reader)
      : shown(fields[label.id], label, { context, reader }),
  }));
}

function plain(id: string): FieldLabel {
  return { id, kind: "text", label: humanised(id), values: {} };
}

function notShown({ words }: Reader): readonly Node[] {
  const bullets = element("span", { text: "••••" });
  bullets.ariaHidden = "true";
  return [bullets, element("span", { text: words.notShown, className: "mark" })];
}

interface Shown {
  readonly context: CallContext;
  readonly reader: Reader;
}

/** A value as its kind is read: dates and numbers as the reader writes them, choices by their names. */
function shown(value: unknown, label: FieldLabel, { context, reader }: Shown): readonly Node[] {
  const { words, locale } = reader;
  if (value === undefined || value === null || value === "")
    return [new Text(words.facts.notGiven)];
  if (typeof value === "boolean") return [new Text(value ? words.yes : words.no)];
  if (typeof value === "number") return [new Text(value.toLocaleString(locale))];
  if (typeof value !== "string") return [foldedWords(JSON.stringify(value), { reader })];
  const named = Object.hasOwn(label.values, value) ? label.values[value] : undefined;
  if (named !== undefined) return [new Text(named)];
  if (isDiallable(value)) return [numberLink(value)];
  const date = label.kind === "date" ? dateIn(value, locale) : undefined;
  if (date !== undefined) return [new Text(date)];
  return [foldedWords(value, { reader, locale: context.locale })];
}

/** `1980-05-17` is a day, wherever the reader is. */
function dateIn(value: string, locale: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) return undefined;
  return new Date(value).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" });
}
