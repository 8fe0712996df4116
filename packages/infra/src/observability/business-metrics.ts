import {
  type BusinessMetric,
  type BusinessMetricName,
  businessMetrics,
  metricsNamespace,
} from "@skill-call/telemetry/business-metrics";
import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";

const period = Duration.minutes(1);

/** What a stage's Lambdas counted. */
export class StageMetrics {
  readonly #stage: string;

  constructor(stage: string) {
    this.#stage = stage;
  }

  /** All that was counted, whatever its further dimension says. */
  countOf(name: BusinessMetricName, per = period): Metric {
    return this.#metric(name, { statistic: "Sum", period: per });
  }

  /** What was counted with one value of the further dimension. */
  countWith(name: BusinessMetricName, value: string, per = period): Metric {
    const { by }: BusinessMetric = businessMetrics[name];
    if (by === undefined) throw new RangeError(`${name} is not counted apart`);
    return this.#metric(name, { statistic: "Sum", period: per, dimensions: { [by]: value } });
  }

  /** A line for each value of the further dimension; fit for a dashboard. */
  eachOf(name: BusinessMetricName): IMetric {
    const { service, by }: BusinessMetric = businessMetrics[name];
    if (by === undefined) return this.countOf(name);
    const search = `{${metricsNamespace},${by},service,stage} MetricName="${name}" service="${service}" stage="${this.#stage}"`;
    return new MathExpression({ expression: `SEARCH('${search}', 'Sum')`, label: "", period });
  }

  /** A percentile of the time from INVITE to answer, in milliseconds. */
  timeToAnswer(percentile: "p50" | "p90" | "p99"): IMetric {
    return this.#metric("TimeToAnswer", { statistic: percentile, period });
  }

  #metric(name: BusinessMetricName, { statistic, period, dimensions }: Counted): Metric {
    const { service, title } = businessMetrics[name];
    return new Metric({
      namespace: metricsNamespace,
      metricName: name,
      dimensionsMap: { service, stage: this.#stage, ...dimensions },
      statistic,
      period,
      label: statistic === "Sum" ? title : statistic,
    });
  }
}

interface Counted {
  readonly statistic: string;
  readonly period: Duration;
  readonly dimensions?: Readonly<Record<string, string>>;
}
