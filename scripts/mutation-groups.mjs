// What `pnpm mutate` makes mistakes in: the code that decides, by what it decides.
import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * @typedef {object} MutationGroup
 * @property {string} about What a reader calls it.
 * @property {string} package Folder in packages/.
 * @property {readonly string[]} files Files, and folders whose files all are.
 * @property {readonly string[]} [tests] Files and folders with the tests that are to notice; `src` without it. Not those that
 * run what is built: they would see no mistake.
 */

const inFolder = (folder, ...names) => names.map((name) => `${folder}/${name}.ts`);

/** @type {Readonly<Record<string, MutationGroup>>} */
export const mutationGroups = {
  record: {
    about: "a record's state, and the conditions of its claims and changes",
    package: "call-context",
    files: [
      ...inFolder("src", "record-state", "status", "claim-problem"),
      ...inFolder("src/dynamodb", "conditions", "create-request", "claim-request"),
      ...inFolder("src/dynamodb", "advance-request", "add-note-request"),
    ],
  },
  calls: {
    about: "the SMA handler's table of event and phase",
    package: "sma-handler",
    files: [
      ...inFolder("src/call", "next-move", "legs", "write-status", "call-state", "read-state"),
      ...inFolder("src/call", "invalid-answers", "attributes", "caller", "load-context"),
      ...inFolder("src", "decide", "sound-answer", "adapters/chime-meetings"),
      "src/moves",
    ],
    tests: ["src/call", "src/sound-answer.test.ts", "test/calls", "test/chime-meetings.test.ts"],
  },
  routing: {
    about: "the rules of ROUTES, and which comes first",
    package: "call-routing",
    files: [
      ...inFolder("src", "rule-group", "rule-index", "routing-table"),
      ...inFolder("src", "routes-shape", "when-shape", "shape"),
    ],
  },
  codec: {
    about: "the User-to-User header's codec",
    package: "call-context",
    files: ["src/user-to-user", ...inFolder("src", "context-id", "is-context-id")],
  },
  answers: {
    about: "the checker of answers to the PSTN Audio service",
    package: "pstn-audio",
    files: ["src/answer", "src/rules", "src/parameters"],
  },
  flows: {
    about: "the checker of contact flows",
    package: "contact-flow",
    files: ["src/check", "src/rules"],
  },
  form: {
    about: "the reader of call forms",
    package: "call-form",
    files: ["src/form"],
  },
};

/**
 * What one run of StrykerJS is about, as scripts/mutate.mjs tells it: `group`, `files` to be mutated, `record` of what was found,
 * whether all of it is to be tried anew (`force`), and the folder for its copies (`temporary`). Empty outside of one.
 */
// biome-ignore lint/suspicious/noUndeclaredEnvVars: it is no task of turbo's
export const mutationRun = JSON.parse(process.env.MUTATION_RUN ?? "{}");

const isTest = (name) => name.endsWith(".test.ts");

/** The sources of a group, from its package's folder. */
export function sourcesOf({ files }, folder) {
  return filesIn(files, folder).filter((name) => name.endsWith(".ts") && !isTest(name));
}

/** The tests of a group, likewise. */
export function testsOf({ tests = ["src"] }, folder) {
  return filesIn(tests, folder).filter(isTest);
}

function filesIn(paths, folder) {
  return paths.flatMap((path) => {
    const place = join(folder, path);
    if (!statSync(place).isDirectory()) return [path];
    const inside = readdirSync(place, { recursive: true }).map((name) => join(place, name));
    return inside.map((file) => relative(folder, file)).sort();
  });
}
