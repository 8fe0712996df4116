import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A metric as CloudWatch knows it; its dimensions in their order. */
export interface MetricShape {
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly dimensions: readonly string[];
}

interface EmfLine {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly [
      {
        readonly Namespace: string;
        readonly Dimensions: readonly [readonly string[]];
        readonly Metrics: readonly [{ readonly Name: string }];
      },
    ];
  };
}

/** What a line of CloudWatch's embedded metric format counts. */
export function shapeOf(line: Record<string, unknown>): MetricShape {
  const { _aws } = line as unknown as EmfLine;
  const [{ Namespace, Metrics, Dimensions }] = _aws.CloudWatchMetrics;
  return { namespace: Namespace, name: Metrics[0].Name, dimensions: Dimensions[0] };
}

const charts = join(__dirname, "../../../infra/src/observability/business-metrics.ts");

/** What the dashboards chart of a service; infra's table is read as text, since no Lambda knows infra. */
export function chartedMetrics(service: string): MetricShape[] {
  const source = readFileSync(charts, "utf8");
  const [, namespace] = /metricsNamespace = "(\w+)"/.exec(source) ?? [];
  const row = new RegExp(`^ {2}(\\w+): \\{ service: "${service}",(?: by: "(\\w+)",)?`, "gm");
  return [...source.matchAll(row)].map(([, name, by]) => {
    return { namespace, name, dimensions: by ? ["service", by] : ["service"] };
  });
}
