// `pnpm bench`: the built Lambdas against what people would use instead, in turn, in one run.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { exceeded } from "./gate/check-limits.ts";
import { type Major, majors, type NodeBinary, nodeBinary } from "./measure/node-binary.ts";
import { writePage } from "./report/page.ts";
import type { Run } from "./report/run.ts";
import { plainTextOf, tablesOf } from "./report/tables.ts";
import type { Field } from "./sections/field.ts";
import { quickSections, wholeSections } from "./sections/sections.ts";
import { startStub } from "./stub/start-stub.ts";

// The advice to take a newer Node stands in the README.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

const usage = `Usage: pnpm bench [options]

Measures the built Lambdas against what people would use instead, in turn: CPU time and wall time, cold and warm.

  --quick         this Node alone, our Lambdas against the plain DocumentClient; less than a minute
  --node <n,…>    Nodes to measure on (default ${majors.join(",")}; with --quick the one that runs this)
  --rounds <n>    how often each is measured (default 15; with --quick 7)
  --check         end with 1 where a CPU ratio is above its limit (src/gate/limits.json), and is so again when it is
                  measured anew with more rounds
  --write         put the run into docs/performance.md and its history; a whole run alone
  --json          print one JSON document
  --help          show this
`;

interface Wanted {
  readonly quick: boolean;
  readonly nodes: readonly Major[];
  readonly rounds: number;
}

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    node: { type: "string" },
    rounds: { type: "string" },
    check: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) process.stdout.write(usage);
else await main();

async function main(): Promise<void> {
  const wanted = wantedBy(values);
  if (typeof wanted === "string") {
    process.stderr.write(`${wanted}\n`);
    process.exitCode = 2;
    return;
  }
  const run = await measured(wanted);
  const text = values.json
    ? `${JSON.stringify(run, undefined, 2)}\n`
    : Object.values(tablesOf(run)).map(plainTextOf).join("\n");
  process.stdout.write(text);
  if (values.write) await writePage(run);
  if (!values.check) return;
  const worse = await surelyExceeded(run, wanted);
  for (const line of worse) process.stderr.write(`worse: ${line}\n`);
  process.exitCode = worse.length > 0 ? 1 : 0;
}

/** How often what is above its limit is measured anew, each time with twice as many rounds. */
const secondOpinions = 2;

/** What is above its limit however often it is measured: what else a machine does can make a run of a few rounds worse. */
async function surelyExceeded(first: Run, wanted: Wanted): Promise<readonly string[]> {
  let worse = exceeded(first);
  for (let opinion = 1; opinion <= secondOpinions && worse.length > 0; opinion += 1) {
    const rounds = wanted.rounds * 2 ** opinion;
    process.stderr.write(`above a limit, so measured anew with ${rounds} rounds:\n`);
    for (const line of worse) process.stderr.write(`  ${line}\n`);
    worse = exceeded(await measured({ ...wanted, rounds }));
  }
  return worse;
}

/** What is to be measured, or what is wrong with the options. */
function wantedBy({ quick, node, rounds: given, write }: typeof values): Wanted | string {
  const rounds = Number(given ?? (quick ? 7 : 15));
  if (!Number.isInteger(rounds) || rounds < 1) {
    return "--rounds wants a whole number from 1 on, such as 15";
  }
  if (write && quick) return "--write wants a whole run: leave out --quick";
  const own = Number.parseInt(process.versions.node, 10);
  const asked = node?.split(",").map(Number) ?? (quick ? [own] : majors);
  const nodes = majors.filter((major) => asked.includes(major));
  if (nodes.length < asked.length) return `--node knows ${majors.join(", ")}`;
  return { quick, nodes, rounds };
}

async function measured({ quick, nodes: wanted, rounds }: Wanted): Promise<Run> {
  const at = new Date().toISOString();
  const [before = 0] = loadavg();
  const nodes: NodeBinary[] = [];
  for (const major of wanted) nodes.push(await nodeBinary(major));
  const stub = await startStub();
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const begun = (what: string) => process.stderr.write(`${what} …\n`);
  const field: Field = { stub, folder, begun };
  try {
    const sections = quick ? quickSections : wholeSections;
    const found = await sections(field, { nodes, rounds });
    const machine = {
      cpu: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
      load: [before, loadavg()[0] ?? 0],
      nodes: nodes.map(({ version }) => version),
    } as const;
    return { at, commit: await commit(), machine, form: quick ? "quick" : "whole", ...found };
  } finally {
    await stub.stop();
    await rm(folder, { recursive: true });
  }
}

async function commit(): Promise<string> {
  const git = promisify(execFile)("git", ["rev-parse", "--short", "HEAD"]);
  return git.then(({ stdout }) => stdout.trim()).catch(() => "unknown");
}
