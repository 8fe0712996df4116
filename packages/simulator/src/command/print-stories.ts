import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CallRecord } from "@skill-call/call-console";
import { readCallFormFile } from "@skill-call/call-form/files";
import type { Output } from "@skill-call/terminal";
import { shortestStory } from "../run/shortest-story.ts";
import type { Violation } from "../run/simulate.ts";
import type { SeedResult } from "../run/simulate-seed.ts";
import type { RunOptions } from "./run-and-print.ts";
import { storyLines } from "./story-lines.ts";
import { storyRecord } from "./story-record.ts";

/** Stories of violations that are told in full. */
const mostStories = 3;

type StoryOptions = Pick<RunOptions, "calls" | "only" | "rates" | "formFile" | "stories">;

/** Tells the first violation of some invariants, in as little as it takes, and answers them as calls for the console. */
export async function printStories(
  results: readonly SeedResult[],
  { calls, only, rates, formFile, stories }: StoryOptions,
  output: Output,
): Promise<readonly CallRecord[]> {
  const records: CallRecord[] = [];
  const form = readCallFormFile(formFile);
  for (const { seed, violation } of firstOfEach(results)) {
    const options = { seed, form, rates, calls: only === undefined ? calls : [only] };
    const story = await shortestStory(violation, options);
    if (!story) continue;
    output.print(...storyLines(story, seed, output.terminal));
    const record = storyRecord(story, seed);
    if (record) records.push(record);
    if (stories === undefined || !record) continue;
    mkdirSync(stories, { recursive: true });
    const file = join(stories, `${record.id}.json`);
    writeFileSync(file, `${JSON.stringify(record, undefined, 2)}\n`);
    output.print(`  as a call that the call console opens: ${file}`);
  }
  return records;
}

interface Found {
  readonly seed: number;
  readonly violation: Violation;
}

function firstOfEach(results: readonly SeedResult[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { seed, violations } of results) {
    for (const violation of violations) {
      if (!found.has(violation.invariant)) found.set(violation.invariant, { seed, violation });
    }
  }
  return [...found.values()].slice(0, mostStories);
}
