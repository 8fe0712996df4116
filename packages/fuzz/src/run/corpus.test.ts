import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { corpusFolder, readInput } from "./corpus.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "corpus-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("what is kept is there for the next run, half surrogates and all", () => {
  const first = corpusFolder(folder, { again: true });
  first.keep("\ud800\0é");
  first.mark({ seed: 3, inputs: 500 });
  const next = corpusFolder(folder, { again: false });
  expect(next.inputs).toEqual(["\ud800\0é"]);
  expect(next.progress).toEqual({ seed: 3, inputs: 500 });
});

test("who begins anew finds nothing", () => {
  corpusFolder(folder, { again: true }).keep("a");
  const anew = corpusFolder(folder, { again: true });
  expect(anew.inputs).toEqual([]);
  expect(anew.progress).toBeUndefined();
});

test("a finding is read as the input that it is", () => {
  const corpus = corpusFolder(folder, { again: true });
  corpus.report({ input: "a;b", cause: "c", problem: "breaks" });
  const [file = ""] = readdirSync(join(folder, "findings"));
  expect(readInput(join(folder, "findings", file))).toBe("a;b");
});
