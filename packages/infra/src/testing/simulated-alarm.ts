/** An alarm as its template has it: what CloudWatch is told. */
export interface AlarmProperties {
  readonly AlarmName: unknown;
  readonly MetricName?: string;
  readonly Period?: number;
  readonly Dimensions?: readonly Dimension[];
  readonly Metrics?: readonly AlarmMetric[];
  readonly Threshold: number;
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm: number;
}

interface Dimension {
  readonly Name: string;
  readonly Value: unknown;
}

interface AlarmMetric {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: {
    readonly Metric: { readonly MetricName: string };
    readonly Period: number;
  };
}

/** How often something was counted, a value a minute. */
export type Counts = Readonly<Record<string, Float64Array>>;

/**
 * An alarm over sums, as CloudWatch evaluates it: every minute, over the periods that end there (user guide, "Using
 * Amazon CloudWatch alarms", evaluating an alarm). A minute without a value is 0: none of our alarms takes a missing one
 * for breaching.
 */
export class SimulatedAlarm {
  readonly #properties: AlarmProperties;
  readonly #value: (sums: readonly number[], startMinute: number) => number;
  readonly #metrics: readonly { readonly id: string; readonly name: string }[];
  readonly #minutes: number;

  constructor(properties: AlarmProperties) {
    this.#properties = properties;
    const { Metrics, MetricName, Period } = properties;
    this.#metrics = Metrics
      ? Metrics.flatMap(({ Id, MetricStat }) =>
          MetricStat ? [{ id: Id, name: MetricStat.Metric.MetricName }] : [],
        )
      : [{ id: "m", name: MetricName ?? "" }];
    const periods = Metrics?.map(({ MetricStat }) => MetricStat?.Period) ?? [Period];
    this.#minutes = Math.max(...periods.map((seconds = 60) => seconds / 60));
    const [single] = this.#metrics;
    const expression =
      Metrics?.find(({ Expression }) => Expression)?.Expression ?? single?.id ?? "";
    this.#value = compiled(
      expression,
      this.#metrics.map(({ id }) => id),
    );
  }

  /** The first minute from `from` on at which it rings, before `to`. */
  ringsFrom(counts: Counts, from: number, to: number): number | undefined {
    const { Threshold, EvaluationPeriods, DatapointsToAlarm } = this.#properties;
    const sums = this.#metrics.map(({ name }) => running(counts, name));
    const breaches = (end: number) => {
      const start = end - this.#minutes;
      if (start < 0) return false;
      const values = sums.map((sum) => (sum[end] ?? 0) - (sum[start] ?? 0));
      return this.#value(values, start) >= Threshold;
    };
    // Each period is looked at as often as the alarm evaluates periods.
    const known: boolean[] = [];
    for (let minute = from; minute < to; minute += 1) {
      let breaching = 0;
      for (let period = 0; period < EvaluationPeriods; period += 1) {
        const end = minute - period * this.#minutes;
        known[end] ??= breaches(end);
        if (known[end]) breaching += 1;
      }
      if (breaching >= (DatapointsToAlarm ?? EvaluationPeriods)) return minute;
    }
    return undefined;
  }
}

const totals = new WeakMap<Float64Array, Float64Array>();

/** Running totals: what was counted before a minute. */
function running(counts: Counts, name: string): Float64Array {
  const series = counts[name];
  if (series === undefined) throw new RangeError(`Nobody simulates ${name}`);
  const known = totals.get(series);
  if (known) return known;
  const total = new Float64Array(series.length + 1);
  for (let minute = 0; minute < series.length; minute += 1) {
    total[minute + 1] = (total[minute] ?? 0) + (series[minute] ?? 0);
  }
  totals.set(series, total);
  return total;
}

/** CloudWatch's metric math is near enough to JavaScript to be run as such: the very words of the template. */
function compiled(expression: string, ids: readonly string[]) {
  const script = expression.replaceAll(" AND ", " && ").replaceAll(" OR ", " || ");
  const run = new Function("IF", "FILL", "HOUR", "TIME_SERIES", ...ids, `return ${script};`);
  // Called for each minute of months: nothing is made anew, and no global looked up, which is slow under jest.
  const { floor } = Math;
  const when = (condition: boolean, yes: number, no: number) => (condition ? yes : no);
  const same = (value: number) => value;
  let minute = 0;
  const hour = () => floor(minute / 60) % 24;
  return (sums: readonly number[], startMinute: number): number => {
    minute = startMinute;
    return run(when, same, hour, same, ...sums);
  };
}
