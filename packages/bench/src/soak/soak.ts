// `pnpm soak`: sipp → emulator, built SMA handler and store → sipp, for long, or with a process killed in mid-call.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { standardTimers } from "@skill-call/sip";
import { runSoak, type SoakPlan, type SoakReport } from "./run-soak.ts";
import { type Victim, victims } from "./victims.ts";

// The advice to take a newer Node stands in the README.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

const scenarios = join(fileURLToPath(import.meta.url), "../../src/sip/scenarios");

const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "10000" },
    rate: { type: "string", default: "20" },
    "hold-ms": { type: "string", default: "1000" },
    "sample-seconds": { type: "string", default: "10" },
    kill: { type: "string" },
    "t1-ms": { type: "string", default: String(standardTimers.t1) },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) process.stdout.write(help());
else await main();

function help(): string {
  return [
    "pnpm soak [--calls 10000] [--rate 20] [--hold-ms 1000] [--sample-seconds 10] [--t1-ms 500] [--json]",
    "Calls through the emulator, the built SMA handler and a store, with memory and handles over time.",
    `  --kill ${victims.join("|")}   kill -9 in mid-call: how each call ended for its caller`,
    "  --t1-ms   the emulator's T1 (RFC 3261, Table 4): who is gone is given up after 64 of them",
    "Exits with 1 when a leg was left up, a call has not ended, nobody was killed, nobody gets through after the death of a",
    "Lambda or the store or hears the apology after that of the contact centre, or memory or handles grew.",
    "",
  ].join("\n");
}

async function main(): Promise<void> {
  const plan = {
    calls: Number(values.calls),
    rate: Number(values.rate),
    holdMs: Number(values["hold-ms"]),
    sampleSeconds: Number(values["sample-seconds"]),
    kills: victimNamed(values.kill),
    t1Ms: Number(values["t1-ms"]),
    scenarios,
  };
  const report = await runSoak(plan);
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
  const stuck =
    (report.endings["is still on"] ?? 0) + (report.killed?.placedAfter["is still on"] ?? 0);
  if (plan.kills && !report.killed) process.stdout.write("no call was on: nothing was killed\n");
  const good = report.legsLeftUp + stuck === 0 && report.flat !== false && goesOn(plan, report);
  process.exitCode = good ? 0 : 1;
}

/**
 * Whether somebody was killed at all, and callers after that get through, by a new process or a route without a context, or
 * hear why not.
 */
function goesOn({ kills }: Pick<SoakPlan, "kills">, { killed }: SoakReport): boolean {
  if (kills === undefined) return true;
  const ending = kills === "contact-centre" ? "heard the apology" : "talked, and hung up";
  return (killed?.placedAfter[ending] ?? 0) > 0;
}

function victimNamed(name: string | undefined): Victim | undefined {
  const victim = victims.find((each) => each === name);
  if (name !== undefined && !victim) throw new Error(`--kill takes ${victims.join(", ")}`);
  return victim;
}

function reportText({
  calls,
  seconds,
  endings,
  lambdaFailures,
  killed,
  legsLeftUp,
  samples,
  flat,
}: SoakReport): string {
  const counted = (counts: object) =>
    Object.entries(counts).map(([ending, count]) => `  ${ending.padEnd(28)}${count}`);
  return [
    `${calls} calls in ${seconds} s, legs left up ${legsLeftUp}`,
    ...(killed
      ? [
          `killed the ${killed.victim} (${killed.processes} processes) with ${killed.callsOn} calls on`,
          "calls placed before:",
          ...counted(endings),
          "calls placed after:",
          ...counted(killed.placedAfter),
        ]
      : ["    s    calls  heap MB  memory MB  handles", ...samples.map(sampleLine)]),
    ...(Object.keys(lambdaFailures).length > 0
      ? ["the Lambda gave no answer:", ...counted(lambdaFailures)]
      : []),
    ...(flat === undefined
      ? []
      : [`memory and handles ${flat ? "stayed where they were" : "GREW"}`]),
    "",
  ].join("\n");
}

function sampleLine({ at, calls, heapMb, rssMb, handles }: SoakReport["samples"][number]): string {
  const columns = [at, calls, heapMb, rssMb, handles];
  return columns
    .map((value, index) => String(value).padStart([5, 9, 9, 11, 9][index] ?? 9))
    .join("");
}
