import {
  type BusinessMetric,
  type BusinessMetricName,
  businessMetrics,
  type CountingService,
  metricsNamespace,
} from "@skill-call/telemetry/business-metrics";
import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";

const period = Duration.minutes(1);

/** What one of a stage's Lambdas counted. */
export class StageMetrics<Service extends CountingService> {
  readonly #stage: string;
  readonly #service: Service;

  constructor(stage: string, service: Service) {
    this.#stage = stage;
    this.#service = service;
  }

  /** All that was counted, whatever its further dimension says. */
  countOf(name: BusinessMetricName<Service>, per = period): Metric {
    return this.#metric(name, { statistic: "Sum", period: per });
  }

  /** What was counted with one value of the further dimension. */
  countWith(name: BusinessMetricName<Service>, value: string, per = period): Metric {
    const { by } = this.#metricOf(name);
    if (by === undefined) throw new RangeError(`${name} is not counted apart`);
    return this.#metric(name, { statistic: "Sum", period: per, dimensions: { [by]: value } });
  }

  /** A line for each value of the further dimension; fit for a dashboard. */
  eachOf(name: BusinessMetricName<Service>): IMetric {
    const { by } = this.#metricOf(name);
    if (by === undefined) return this.countOf(name);
    const search = `{${metricsNamespace},${by},service,stage} MetricName="${name}" service="${this.#service}" stage="${this.#stage}"`;
    return new MathExpression({ expression: `SEARCH('${search}', 'Sum')`, label: "", period });
  }

  /** A percentile of what was measured. */
  percentileOf(name: BusinessMetricName<Service>, percentile: "p50" | "p90" | "p99"): IMetric {
    return this.#metric(name, { statistic: percentile, period });
  }

  #metricOf(name: BusinessMetricName<Service>): BusinessMetric {
    const metrics: Readonly<Record<string, BusinessMetric>> = businessMetrics[this.#service];
    const metric = metrics[name];
    if (metric === undefined) throw new RangeError(`${this.#service} does not count ${name}`);
    return metric;
  }

  #metric(name: BusinessMetricName<Service>, { statistic, period, dimensions }: Counted): Metric {
    const { title } = this.#metricOf(name);
    return new Metric({
      namespace: metricsNamespace,
      metricName: name,
      dimensionsMap: { service: this.#service, stage: this.#stage, ...dimensions },
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
