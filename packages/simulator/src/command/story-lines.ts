import type { TraceEvent } from "@skill-call/emulation/trace";
import type { SmaTraceEvent } from "@skill-call/sma-emulator";
import { ladder, type Terminal } from "@skill-call/terminal";
import { faults } from "../chance/faults.ts";
import { invariants } from "../invariants/invariants.ts";
import type { Story } from "../run/shortest-story.ts";
import { stepsBeside } from "./steps-beside.ts";

/** The lifelines of a simulated call's ladder in their order. */
const ladderHeads: Readonly<Record<SmaTraceEvent["from"], string>> = {
  caller: "caller",
  skill: "skill",
  "pstn-audio": "PSTN",
  "sma-handler": "SMA",
  meetings: "meet",
  callee: "callee",
  "contact-centre": "agent",
};

/** A violation as a story: what does not hold, what went wrong, the way of the call. */
export function storyLines(
  { call, violation, isAlone }: Story,
  seed: number,
  terminal: Terminal,
): string[] {
  const { bold, red, dim } = terminal.colors;
  const again = isAlone
    ? `--seed ${seed} --only ${call.index}`
    : `--seed ${seed}, among the others`;
  return [
    "",
    `${red("✘")} ${bold(violation.invariant)}: ${violation.what}`,
    `  ${invariants[violation.invariant].is}`,
    `  ${dim(`call ${call.index}, a ${call.kind}; again with ${again}`)}`,
    ...call.chance.mishaps.map((mishap) => `  · ${mishap}: ${meaningOf(mishap)}`),
    "",
    ...ladder(call.steps, ladderHeads, terminal).map((line) => `  ${line}`),
    ...stepsBeside(call).map((step) => `  ${lineOf(step)}`),
    ...call.told.filter(isWorthReading).map((line) => `  ${dim(line.trim())}`),
  ];
}

function meaningOf(mishap: string): string {
  const [fault] = mishap.split("#");
  return Object.entries(faults).find(([name]) => name === fault)?.[1][1] ?? "";
}

function lineOf({ at, from, label }: TraceEvent): string {
  return `${new Date(at).toISOString().slice(11, 23)}  ${from.padEnd(14)} ${label}`;
}

function isWorthReading(line: string): boolean {
  return /"level":"(warn|error)"/.test(line);
}
