import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { pageWith } from "./page-with.ts";
import { plotsOf } from "./plots.ts";
import type { Run } from "./run.ts";

const docs = new URL("../../../docs/", import.meta.url);
const page = fileURLToPath(new URL("performance.md", docs));
const history = fileURLToPath(new URL("performance/history.jsonl", docs));
const plots = new URL("performance/", docs);

/** Every whole run there was, the oldest first. */
async function readHistory(): Promise<readonly Run[]> {
  const text = await readFile(history, "utf8").catch(() => "");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Puts a run behind the others, and its tables and plots into docs/performance.md. */
export async function writePage(run: Run): Promise<void> {
  const runs = [...(await readHistory()), run];
  await mkdir(plots, { recursive: true });
  await writeFile(history, `${runs.map((each) => JSON.stringify(each)).join("\n")}\n`);
  for (const [name, svg] of Object.entries(await plotsOf(runs))) {
    await writeFile(new URL(name, plots), svg);
  }
  await writeFile(page, pageWith(await readFile(page, "utf8"), run));
}
