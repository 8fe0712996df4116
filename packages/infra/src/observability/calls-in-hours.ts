import { Duration } from "aws-cdk-lib";
import { MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import type { SmaDeployment } from "../deployment/deployment.ts";
import type { StageMetrics } from "./business-metrics.ts";

type ExpectedCalls = NonNullable<SmaDeployment["alarms"]["expectedCalls"]>;

/** How many calls silence is to miss: with chance alone it would do so once in a million windows (e^-14). */
const missedCalls = 14;

/** How long nobody must have called until it is no chance any more; whole minutes, 15 at least. */
function silenceMinutes({ perHour }: ExpectedCalls): number {
  return Math.max(15, Math.ceil((missedCalls / perHour) * 60));
}

/**
 * 1 where no call came for so long, within the hours in which calls are expected; else 0. A period's time is that of its
 * beginning: the last hours count only as far as the whole period lies within them.
 */
export function callsInHours(
  metrics: StageMetrics<"sma-handler">,
  expected: ExpectedCalls,
): MathExpression {
  const minutes = silenceMinutes(expected);
  const period = Duration.minutes(minutes);
  const hours = openHours(expected, Math.ceil(minutes / 60));
  const isOpen = hours.map((hour) => `HOUR(TIME_SERIES(0)) == ${hour}`).join(" OR ");
  return new MathExpression({
    // A metric without any value in the time looked at is not there, and has no hour: the constant series has.
    expression: `IF((${isOpen}) AND (FILL(claimed,0) + FILL(missing,0) + FILL(calls,0)) < 1, 1, 0)`,
    usingMetrics: {
      calls: metrics.countOf("OrdinaryCalls", period),
      claimed: metrics.countOf("ContextsClaimed", period),
      missing: metrics.countOf("ContextsMissing", period),
    },
    label: "Silence",
    period,
  });
}

function openHours({ fromHour, toHour }: ExpectedCalls, periodHours: number): number[] {
  const open = (toHour - fromHour + 24) % 24 || 24;
  return Array.from(
    { length: Math.max(0, open - periodHours) },
    (_, index) => (fromHour + index) % 24,
  );
}
