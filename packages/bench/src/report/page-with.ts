import { withTables } from "@skill-call/terminal";
import type { Run } from "./run.ts";
import { markdownOf, tablesOf } from "./tables.ts";

/** The page with the tables of a run. */
export function pageWith(text: string, run: Run): string {
  const tables = Object.entries(tablesOf(run));
  return withTables(
    text,
    Object.fromEntries(tables.map(([name, table]) => [name, () => markdownOf(table)])),
  );
}
