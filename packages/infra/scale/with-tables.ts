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
