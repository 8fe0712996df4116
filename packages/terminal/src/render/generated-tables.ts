/** A Markdown table; its columns are not padded, so that a longer word changes one line. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The page with every generated table between its marks: `<!-- table: cost -->` … `<!-- /table -->`. */
export function withTables(page: string, tables: Readonly<Record<string, () => string>>): string {
  return page.replace(
    /(<!-- table: (\w+) -->\n)[\s\S]*?(<!-- \/table -->)/g,
    (_all, start: string, name: string, end: string) => {
      const table = tables[name];
      if (table === undefined) throw new RangeError(`There is no table ${name}`);
      return `${start}\n${table()}\n\n${end}`;
    },
  );
}
