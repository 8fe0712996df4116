import { parse, View, Warn } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { plainClient } from "../contest/contestants.ts";
import type { Run } from "./run.ts";

const config = {
  background: "white",
  font: "sans-serif",
  view: { stroke: null },
  axis: { grid: true, gridColor: "#eee", labelLimit: 320 },
} as const;

const width = 520;

/** All plots of the last run, and of how it came there, as SVG, by their file names. */
export async function plotsOf(runs: readonly Run[]): Promise<Readonly<Record<string, string>>> {
  const last = runs.at(-1);
  if (last === undefined) return {};
  const { growth } = last;
  return {
    "cold.svg": await svgOf(coldPlot(last)),
    "warm.svg": await svgOf(warmPlot(last)),
    ...(growth && {
      "rules.svg": await svgOf(
        linePlot(growth.rules, { x: "rules", y: "CPU ms at start", figure: "startMs" }),
      ),
      "calls.svg": await svgOf(
        linePlot(growth.calls, { x: "calls", y: "heap, MB", figure: "heapMb" }),
      ),
    }),
    "history.svg": await svgOf(historyPlot(runs)),
  };
}

/** Vega without a screen. */
async function svgOf(spec: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile(spec).spec), { renderer: "none", logLevel: Warn });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg}\n`;
}

function coldPlot({ cold }: Run): TopLevelSpec {
  const values = cold.flatMap(({ rows }) =>
    rows.map(({ name, node, ratio }) => ({ name, node: `Node ${node}`, ...ratio })),
  );
  return bars(values, {
    title: "Cold start to first answer, CPU × plain DocumentClient",
    color: "node",
  });
}

function warmPlot({ warm }: Run): TopLevelSpec {
  const rows = warm.flatMap((section) => section.rows).filter(({ against }) => against === "stub");
  const newest = Math.max(...rows.map(({ node }) => node));
  const values = rows
    .filter(({ node }) => node === newest)
    .flatMap(({ name, cpu, p50 }) => [
      { name, what: "CPU", ...cpu },
      { name, what: "p50", ...p50 },
    ]);
  return bars(values, {
    title: `Warm, Node ${newest}, against the stub, × plain DocumentClient`,
    color: "what",
  });
}

interface Bars {
  readonly title: string;
  readonly color: string;
}

/** A bar for each name and colour, with its quartiles. */
function bars(values: object[], { title, color }: Bars): TopLevelSpec {
  const y = { field: "name", type: "nominal", sort: null, title: null } as const;
  const yOffset = { field: color, type: "nominal" } as const;
  return {
    config,
    width,
    height: { step: 9 },
    title,
    data: { values },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          y,
          yOffset,
          x: { field: "median", type: "quantitative", title: `× ${plainClient}` },
          color: { field: color, type: "nominal", title: null },
        },
      },
      {
        mark: { type: "rule", strokeWidth: 1.5 },
        encoding: {
          y,
          yOffset,
          x: { field: "q1", type: "quantitative" },
          x2: { field: "q3" },
        },
      },
    ],
  };
}

interface Axes {
  readonly x: string;
  readonly y: string;
  readonly figure: string;
}

function linePlot(points: readonly object[], { x, y, figure }: Axes): TopLevelSpec {
  return {
    config,
    width,
    height: 160,
    title: `SMA handler: ${y}`,
    data: { values: [...points] },
    mark: { type: "line", point: true },
    encoding: {
      x: { field: "at", type: "quantitative", title: x },
      y: { field: figure, type: "quantitative", title: y },
    },
  };
}

/** Of whole runs: how the cold start of our Lambdas came along, on the newest Node. */
function historyPlot(runs: readonly Run[]): TopLevelSpec {
  const values = runs.flatMap(({ at, cold }) =>
    (cold.at(-1)?.rows ?? [])
      .filter(({ name }) => /^(SMA|skill|context|Connect)/.test(name))
      .map(({ name, ratio }) => ({ at, name, ...ratio })),
  );
  return {
    config,
    width,
    height: 220,
    title: "Cold start to first answer, CPU × plain DocumentClient, run by run",
    data: { values },
    mark: { type: "line", point: true },
    encoding: {
      x: {
        field: "at",
        type: "ordinal",
        title: null,
        axis: { labelExpr: "slice(datum.label, 0, 16)" },
      },
      y: { field: "median", type: "quantitative", title: null },
      color: { field: "name", type: "nominal", title: null },
    },
  };
}
