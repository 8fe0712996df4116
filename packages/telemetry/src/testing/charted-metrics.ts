import {
  type BusinessMetric,
  businessMetrics,
  type CountingService,
  metricsNamespace,
} from "../metrics/business-metrics.ts";

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

/** What the dashboards chart of a service. */
export function chartedMetrics(service: CountingService): MetricShape[] {
  return Object.entries<BusinessMetric>(businessMetrics[service]).map(([name, { by }]) => ({
    namespace: metricsNamespace,
    name,
    dimensions: by === undefined ? ["service", "stage"] : ["service", "stage", by],
  }));
}
