import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A metric's name, and its dimensions in their order. */
export type MetricShape = readonly [name: string, dimensions: readonly string[]];

interface EmfLine {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly [
      {
        readonly Dimensions: readonly [readonly string[]];
        readonly Metrics: readonly [{ readonly Name: string }];
      },
    ];
  };
}

/** What a line of CloudWatch's embedded metric format counts. */
export function shapeOf(line: Record<string, unknown>): MetricShape {
  const { _aws } = line as unknown as EmfLine;
  const [{ Metrics, Dimensions }] = _aws.CloudWatchMetrics;
  return [Metrics[0].Name, Dimensions[0]];
}

const charts = join(__dirname, "../../../infra/src/observability/business-metrics.ts");

/** What the dashboards chart of a service; infra's table is read as text, since no Lambda knows infra. */
export function chartedMetrics(service: string): MetricShape[] {
  const row = new RegExp(`^ {2}(\\w+): \\{ service: "${service}",(?: by: "(\\w+)",)?`, "gm");
  const rows = readFileSync(charts, "utf8").matchAll(row);
  return [...rows].map(([, name = "", by]) => [name, by ? ["service", by] : ["service"]]);
}
