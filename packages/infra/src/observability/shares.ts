import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression } from "aws-cdk-lib/aws-cloudwatch";

/** Long enough for a few calls where calls are few; CloudWatch looks at the quarter of an hour before each minute. */
export const quarterOfAnHour = Duration.minutes(15);

export interface ShareOptions {
  /** What is counted as bad. */
  readonly of: IMetric;
  /** What else is counted; the share is of both together. */
  readonly besides: readonly IMetric[];
  /** How long is looked at; a quarter of an hour. */
  readonly per?: Duration;
  /** With fewer than this the share is 0: one of two is no sign. */
  readonly atLeast: number;
}

/** The share of what went wrong, 0 to 1. */
export function shareOf({
  of,
  besides,
  atLeast,
  per = quarterOfAnHour,
}: ShareOptions): MathExpression {
  const others = besides.map((_metric, index) => `FILL(other${index},0)`).join(" + ");
  return new MathExpression({
    // What was not counted is not there: without FILL the whole would not be there, either.
    expression: `IF(FILL(bad,0) >= ${atLeast}, FILL(bad,0) / (FILL(bad,0) + ${others}), 0)`,
    usingMetrics: { bad: of, ...named(besides) },
    label: "Share",
    // Of the metrics, too.
    period: per,
  });
}

export interface ShortfallOptions {
  readonly of: IMetric;
  /** What should have become of it, each time. */
  readonly became: readonly IMetric[];
  readonly atLeast: number;
}

/** The share of what came to nothing in a quarter of an hour, 0 to 1. */
export function shortfallOf({ of, became, atLeast }: ShortfallOptions): MathExpression {
  const arrived = became.map((_metric, index) => `FILL(other${index},0)`).join(" + ");
  return new MathExpression({
    expression: `IF(FILL(all,0) >= ${atLeast}, 1 - (${arrived}) / FILL(all,0), 0)`,
    usingMetrics: { all: of, ...named(became) },
    label: "Share",
    period: quarterOfAnHour,
  });
}

function named(metrics: readonly IMetric[]): Record<string, IMetric> {
  return Object.fromEntries(metrics.map((metric, index) => [`other${index}`, metric]));
}
