/** `fr-CA` → `Canadian French (fr-CA)`, in the reader's language; what is not a language is shown as it came. */
export function languageName(locale: string, reader: string): string {
  try {
    const name = new Intl.DisplayNames(reader, { type: "language" }).of(locale);
    return name === undefined || name === locale ? locale : `${name} (${locale})`;
  } catch {
    return locale;
  }
}

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** `2 minutes ago`. */
export function howLongAgo(milliseconds: number, reader: string): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const [unit, size] = units.find(([, size]) => seconds >= size) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(reader, { numeric: "auto" }).format(
    -Math.floor(seconds / size),
    unit,
  );
}
