import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, expect, test } from "@jest/globals";
import { buildSync } from "esbuild";
import { defaults } from "./answers.ts";
import type { Given } from "./questions.ts";

/** Bundled, as it is published: the prompts' library is an ES module, which jest does not load. */
const folder = mkdtempSync(join(tmpdir(), "questions-"));
const outfile = join(folder, "questions.cjs");
const options = { bundle: true, platform: "node", format: "cjs", logLevel: "error" } as const;
buildSync({ ...options, entryPoints: ["src/questions.ts"], outfile });
const { ask }: typeof import("./questions.ts") = createRequire(__filename)(outfile);
afterAll(() => rmSync(folder, { recursive: true }));

/** Answers questions as they are asked: each by a part of what is read then, once. */
async function answering(given: Given, replies: readonly (readonly [string, string])[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const open = [...replies];
  let read = "";
  output.on("data", (chunk) => {
    read += chunk;
    const [next] = open;
    if (next === undefined || !read.includes(next[0])) return;
    open.shift();
    read = "";
    setImmediate(() => input.write(next[1]));
  });
  const answers = await ask(given, { input, output });
  return { answers, unasked: open.map(([question]) => question) };
}

const enter = "\r";

test("five questions, and Enter takes what is offered", async () => {
  const { answers, unasked } = await answering({ reasons: {} }, [
    ["company", enter],
    ["Alexa, open", enter],
    ["languages", enter],
    ["Why do people call?", enter],
    ["number", enter],
  ]);
  expect(answers).toEqual(defaults);
  expect(unasked).toEqual([]);
});

test("an answer that does not fit is asked for again, with the reason", async () => {
  const given: Given = {
    company: "Oak Clinic",
    locales: ["en-US"],
    reasons: { en: ["billing"] },
    phoneNumber: "+12065550110",
  };
  const { answers, unasked } = await answering(given, [
    ["Alexa, open", `clinic${enter}`],
    [
      "is one word; two or more are needed",
      `\u007f\u007f\u007f\u007f\u007f\u007foak clinic${enter}`,
    ],
  ]);
  expect(answers.invocationName).toBe("oak clinic");
  expect(unasked).toEqual([]);
});

test("each language is asked for its reasons, and a number that is none is refused", async () => {
  const given: Given = { company: "Oak Clinic", locales: ["en-US", "fr-CA"], reasons: {} };
  const { answers } = await answering({ ...given, invocationName: "oak clinic" }, [
    ["In English", `visits, results${enter}`],
    ["In French", `les visites${enter}`],
    ["2 in English and 1 in French", `, les résultats${enter}`],
    ["number", `12${enter}`],
    ["E.164", `\u007f\u007f+12065550111${enter}`],
  ]);
  expect(answers.reasons).toMatchObject({
    en: ["visits", "results"],
    fr: ["les visites", "les résultats"],
  });
  expect(answers.phoneNumber).toBe("+12065550111");
});

test("who leaves is told that nothing was written", async () => {
  await expect(answering({ reasons: {} }, [["company", "\u0003"]])).rejects.toThrow(
    "Cancelled: nothing was written.",
  );
});
