// `pnpm mutate`: makes small mistakes in the code that decides, one after the other, and tells those that no test notices.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { mutationGroups, sourcesOf } from "./mutation-groups.mjs";
import { runStryker } from "./mutation-run.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
/** Of all mistakes, those that a test must notice, and those that may change nothing; per cent. */
const least = 90;
const mostEquivalent = 5;
/** Of a change: with fewer, one that nobody notices would be too much. */
const enoughToJudge = 30;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: "string" },
    changed: { type: "string" },
    minutes: { type: "string" },
    report: { type: "boolean", default: false },
    force: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) process.stdout.write(help());
else await main();

function help() {
  const groups = Object.entries(mutationGroups).map(
    ([name, { about }]) => `  ${name.padEnd(10)}${about}`,
  );
  return [
    "pnpm mutate [group …] [--files part,of,paths] [--changed <commit>] [--minutes 5] [--report] [--force] [--json]",
    "Small mistakes in the code that decides, one after the other: which of them does no test notice?",
    ...groups,
    "  --changed    only files that differ from that commit",
    "  --minutes    stops after that; without it, all",
    "  --report     what earlier runs found, and nothing new",
    "  --force      also mistakes that an earlier run has tried and that nothing has touched since",
    `Exits with 1 when fewer than ${least} % are noticed, or more than ${mostEquivalent} % are said to change nothing.`,
    `With --changed only where at least ${enoughToJudge} were made.`,
    "",
  ].join("\n");
}

async function main() {
  const end = Date.now() + Number(values.minutes ?? Number.POSITIVE_INFINITY) * 60_000;
  const wanted = wantedFiles();
  const late = values.report ? [] : await mutateAll(wanted, end);
  const results = wanted.flatMap((file) => (late.includes(file) ? [] : (resultOf(file) ?? [])));
  if (!values.json) for (const result of results) process.stdout.write(linesOf(result));
  const total = summed(results);
  const groups = Object.keys(mutationGroups).map((name) => ({
    group: name,
    ...summed(results.filter(({ group }) => group === name)),
  }));
  const report = {
    groups: groups.filter(({ mutants }) => mutants > 0),
    total,
    late: late.map(({ path }) => path),
  };
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : tableOf(report));
  const good = total.noticedPercent >= least && total.equivalentPercent <= mostEquivalent;
  const isJudged = total.mutants >= (values.changed ? enoughToJudge : 1);
  process.exitCode = good || !isJudged ? 0 : 1;
}

/** The files to be mutated, group by group. */
function wantedFiles() {
  const unknown = positionals.filter((name) => !mutationGroups[name]);
  if (unknown.length > 0) throw new Error(`There is no group ${unknown.join(", ")}; see --help`);
  const parts = values.files?.split(",");
  const changed = values.changed && changedSince(values.changed);
  return Object.entries(mutationGroups)
    .filter(([name]) => positionals.length === 0 || positionals.includes(name))
    .flatMap(([group, of]) => {
      const folder = join(root, "packages", of.package);
      return sourcesOf(of, folder).map((file) => ({
        ...{ group, folder, file, path: `packages/${of.package}/${file}` },
        record: `reports/mutation/${group}.json`,
      }));
    })
    .filter(({ path }) => !parts || parts.some((part) => path.includes(part)))
    .filter(({ path }) => !changed || changed.has(path));
}

function changedSince(commit) {
  const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  return new Set(git("diff", "--name-only", "--diff-filter=d", commit).trim().split("\n"));
}

/**
 * One run of StrykerJS for each group, most of whose time is its start; with a limit of time one for each file.
 * @returns the files that were not done in time
 */
async function mutateAll(wanted, end) {
  const runs = values.minutes
    ? wanted.map((file) => [file])
    : Object.keys(mutationGroups).map((name) => wanted.filter(({ group }) => group === name));
  const late = [];
  for (const files of runs) {
    const [first] = files;
    if (!first) continue;
    const { group, record, folder } = first;
    const run = { group, record, force: values.force, files: files.map(({ file }) => file) };
    const isLate = Date.now() >= end;
    if (isLate || !(await runStryker(folder, run, end - Date.now()))) late.push(...files);
  }
  return late;
}

/** What was found in a file; undefined: it was never tried, or there is nothing in it to be mistaken. */
function resultOf({ group, folder, file, path, record }) {
  const place = join(folder, record);
  const found = existsSync(place) && JSON.parse(readFileSync(place, "utf8")).files[file];
  if (!found) return undefined;
  const { source, mutants } = found;
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  return {
    ...{ group, path, mutants: mutants.length },
    noticed: count("Killed", "Timeout"),
    equivalent: count("Ignored"),
    unnoticed: mutants
      .filter(({ status }) => ["Survived", "NoCoverage", "RuntimeError"].includes(status))
      .map(({ location, replacement, mutatorName }) => ({
        line: location.start.line,
        was: source.split("\n")[location.start.line - 1].trim(),
        ...{ replacement, mutatorName },
      })),
  };
}

function linesOf({ path, mutants, noticed, unnoticed }) {
  const lines = unnoticed.map(
    ({ line, was, replacement, mutatorName }) =>
      `  ${path}:${line} ${mutatorName}\n    ${was}\n    → ${replacement.replaceAll(/\s+/g, " ")}`,
  );
  return `${[`${path}: ${noticed} of ${mutants}`, ...lines].join("\n")}\n`;
}

function summed(results) {
  const sum = (key) => results.reduce((all, result) => all + result[key], 0);
  const [mutants, noticed, equivalent] = [sum("mutants"), sum("noticed"), sum("equivalent")];
  const percent = (part) => Math.round((part / Math.max(1, mutants)) * 1000) / 10;
  return {
    ...{ files: results.length, mutants, noticed, equivalent },
    noticedPercent: percent(noticed),
    equivalentPercent: percent(equivalent),
  };
}

function tableOf({ groups, total, late }) {
  const rows = [...groups, { group: "all", ...total }].map(
    ({ group, files, mutants, noticed, noticedPercent, equivalent }) =>
      `| ${titleOf(group)} | ${files} | ${mutants} | ${noticed} (${noticedPercent} %) | ${equivalent} |`,
  );
  const notDone = late.map((path) => `not done in time: ${path}\n`);
  const head = [
    "",
    "| what | files | mistakes | noticed | change nothing |",
    "| --- | --- | --- | --- | --- |",
  ];
  return `${[...head, ...rows].join("\n")}\n${notDone.join("")}`;
}

function titleOf(group) {
  return group in mutationGroups ? `${mutationGroups[group].about} (\`${group}\`)` : group;
}
