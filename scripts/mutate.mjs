// `pnpm mutate`: makes small mistakes in the code that decides, one after the other, and tells those that no test notices.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { mutationGroups, sourcesOf } from "./mutation-groups.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
/** Of all mistakes, those that a test must notice, and those that may change nothing; per cent. */
const least = 90;
const mostEquivalent = 5;

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
else main();

function help() {
  const groups = Object.entries(mutationGroups).map(
    ([name, { about }]) => `  ${name.padEnd(10)}${about}`,
  );
  return [
    "pnpm mutate [group …] [--files part,of,paths] [--changed <commit>] [--minutes 5] [--report] [--force] [--json]",
    "Small mistakes in the code that decides, one after the other: which of them does no test notice?",
    ...groups,
    "  --changed    only files that differ from that commit",
    "  --minutes    begins no file after that; without it, all",
    "  --report     what earlier runs found, and nothing new",
    "  --force      also mistakes that an earlier run has tried and that nothing has touched since",
    `Exits with 1 when fewer than ${least} % are noticed, or more than ${mostEquivalent} % are said to change nothing.`,
    "",
  ].join("\n");
}

function main() {
  const begun = Date.now();
  const isLate = () => values.minutes && Date.now() - begun > Number(values.minutes) * 60_000;
  const skipped = [];
  const results = wantedFiles().flatMap((wanted) => {
    if (!values.report && isLate()) {
      skipped.push(wanted.path);
      return [];
    }
    if (!values.report) mutate(wanted);
    const result = resultOf(wanted);
    if (result && !values.json) process.stdout.write(linesOf(result));
    return result ?? [];
  });
  const total = summed(results);
  const groups = Object.keys(mutationGroups).map((name) => ({
    group: name,
    ...summed(results.filter(({ group }) => group === name)),
  }));
  const report = { groups: groups.filter(({ mutants }) => mutants > 0), total, skipped };
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : tableOf(report));
  const good = total.noticedPercent >= least && total.equivalentPercent <= mostEquivalent;
  process.exitCode = total.mutants === 0 || good ? 0 : 1;
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
        record: `reports/mutation/${file.replace(/^src\//, "").replaceAll("/", "+")}.json`,
      }));
    })
    .filter(({ path }) => !parts || parts.some((part) => path.includes(part)))
    .filter(({ path }) => !changed || changed.has(path));
}

function changedSince(commit) {
  const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  return new Set(git("diff", "--name-only", "--diff-filter=d", commit).trim().split("\n"));
}

/** One run of StrykerJS a file: what is interrupted goes on with the file that it was at. */
function mutate({ group, folder, file, record }) {
  const stryker = join(root, "node_modules/.bin/stryker");
  const config = fileURLToPath(new URL("stryker.config.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(stryker, ["run", config], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      MUTATION_RUN: JSON.stringify({ group, file, record, force: values.force }),
    },
  });
  if (status !== 0) throw new Error(`StrykerJS ended with ${status}:\n${stdout}${stderr}`);
}

function resultOf({ group, folder, file, path, record }) {
  const place = join(folder, record);
  if (!existsSync(place)) return undefined;
  const { source, mutants } = JSON.parse(readFileSync(place, "utf8")).files[file];
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

function tableOf({ groups, total, skipped }) {
  const rows = [...groups, { group: "all", ...total }].map(
    ({ group, files, mutants, noticed, noticedPercent, equivalent }) =>
      `| ${group} | ${files} | ${mutants} | ${noticed} (${noticedPercent} %) | ${equivalent} |`,
  );
  const late = skipped.map((path) => `not begun in time: ${path}\n`);
  const head = [
    "",
    "| group | files | mistakes | noticed | change nothing |",
    "| --- | --- | --- | --- | --- |",
  ];
  return `${[...head, ...rows].join("\n")}\n${late.join("")}`;
}
