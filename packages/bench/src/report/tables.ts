import { markdownTable } from "@skill-call/terminal";
import type { Spread } from "../measure/statistics.ts";
import type { GrowthPoint } from "../sections/growth.ts";
import type { WarmRow } from "../sections/warm.ts";
import type { Run } from "./run.ts";

/** A table: its head, and its rows. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** All tables of a run, by the name that they have in docs/performance.md. */
export function tablesOf(run: Run): Readonly<Record<string, Table>> {
  const { growth, pure, wire } = run;
  return {
    machine: machineTable(run),
    cold: coldTable(run),
    warm: warmTable(run, "stub"),
    ...(run.form === "whole" && { store: warmTable(run, "local DynamoDB") }),
    ...(growth && {
      rules: growthTable("Growth with rules (SMA handler)", "rules", growth.rules),
      size: growthTable("Growth with the context (CPU of a call)", "bytes more", growth.size),
      concurrency: growthTable(
        "Growth with events at once (SMA handler)",
        "at once",
        growth.concurrency,
      ),
      calls: growthTable("Growth with calls in one process (SMA handler)", "calls", growth.calls),
    }),
    ...(pure && {
      pure: {
        title: "Parts that ask nobody",
        head: ["part", "p50 µs", "p99 µs", "garbage, bytes"],
        rows: pure.map(({ name, p50Ns, p99Ns, heapBytes }) => [
          name,
          micro(p50Ns),
          micro(p99Ns),
          `${Math.round(heapBytes)}`,
        ]),
      },
    }),
    ...(wire && {
      wire: {
        title: "What one invocation asks of others",
        head: ["invocation", "requests", "bytes sent", "bytes received"],
        rows: wire.map(({ name, requests, sent, received }) => [
          name,
          `${requests}`,
          `${sent}`,
          `${received}`,
        ]),
      },
    }),
  };
}

export function markdownOf({ head, rows }: Table): string {
  return markdownTable(head, rows);
}

/** For a terminal: columns under each other. */
export function plainTextOf({ title, head, rows }: Table): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [title, ...lines, ""].join("\n");
}

function machineTable({ at, commit, machine, cold, warm }: Run): Table {
  const sections = [...cold, ...warm];
  const noise = Math.max(...sections.map((section) => section.noise));
  const rounds = Math.min(...sections.map((section) => section.rounds));
  const [before, after] = machine.load;
  return {
    title: "The run",
    head: ["when", "commit", "machine", "Node", "load before, after", "noise"],
    rows: [
      [
        at.slice(0, 16).replace("T", " "),
        commit,
        `${machine.cpu}, ${machine.cores} cores`,
        machine.nodes.join(", "),
        `${before.toFixed(1)}, ${after.toFixed(1)}`,
        `${percent(noise)}: ${wordOn(noise, rounds)}`,
      ],
    ],
  };
}

const fewestRounds = 5;

/** What the noise lets one say. */
function wordOn(noise: number, rounds: number): string {
  if (rounds < fewestRounds) return `with fewer than ${fewestRounds} rounds nobody can say`;
  if (noise < 0.05) return "a quiet machine; differences of 5 % are meant";
  if (noise < 0.15) return "some other load; differences of 10 % are meant";
  return "much other load; only ratios with their spread are meant";
}

function coldTable({ cold }: Run): Table {
  const [first] = cold;
  const names = first?.rows.map(({ name }) => name) ?? [];
  const sections = cold.map(({ rows }) => new Map(rows.map((row) => [row.name, row])));
  return {
    title: "Cold: from the start of the process to its first answer, net of an empty process",
    head: [
      "CPU × plain DocumentClient",
      "KiB",
      ...cold.map(({ rows }) => `Node ${rows[0]?.node}`),
      "CPU ms",
      "of it loading",
      "wall ms",
    ],
    rows: names.map((name) => {
      const last = sections.at(-1)?.get(name);
      return [
        name,
        `${last?.kib}`,
        ...sections.map((section) => times(section.get(name)?.ratio)),
        ms(last?.cpuMs.median),
        ms(last?.loadCpuMs),
        ms(last?.wallMs.median),
      ];
    }),
  };
}

function warmTable({ warm }: Run, against: WarmRow["against"]): Table {
  const rows = warm.flatMap((section) => section.rows).filter((row) => row.against === against);
  return {
    title: `Warm, against the ${against}: × plain DocumentClient`,
    head: ["invocation", "Node", "CPU", "p50", "p99", "CPU ms", "p50 ms", "p99 ms"],
    rows: rows.map(({ name, node, cpu, p50, p99, cpuMs, p50Ms, p99Ms }) => [
      name,
      `${node}`,
      times(cpu),
      times(p50),
      p99.toFixed(2),
      ms(cpuMs.median),
      ms(p50Ms),
      ms(p99Ms),
    ]),
  };
}

function growthTable(title: string, of: string, points: readonly GrowthPoint[]): Table {
  const figures = Object.keys(points[0] ?? {}).filter((key) => key !== "at");
  return {
    title,
    head: [of, ...figures.map(spoken)],
    rows: points.map((point) => [
      point.at.toLocaleString("en-US"),
      ...figures.map((figure) => ms(point[figure])),
    ]),
  };
}

/** `startMs` is "start, ms". */
function spoken(figure: string): string {
  return figure.replace(/Ms$/, ", CPU ms").replace(/Mb$/, ", MB");
}

/** A ratio, and the quartiles of its rounds. */
function times(ratio: Spread | undefined): string {
  if (ratio === undefined) return "";
  return `${ratio.median.toFixed(2)} (${ratio.q1.toFixed(2)}–${ratio.q3.toFixed(2)})`;
}

function ms(value: number | undefined): string {
  if (value === undefined) return "";
  return value.toFixed(Math.abs(value) < 10 ? 2 : 0);
}

function micro(ns: number): string {
  return (ns / 1_000).toFixed(ns < 100_000 ? 2 : 0);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
