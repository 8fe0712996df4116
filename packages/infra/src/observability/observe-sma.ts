import type { BusinessMetricName } from "@skill-call/telemetry/business-metrics";
import { Duration } from "aws-cdk-lib";
import type { Alias } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { SmaDeployment } from "../deployment/deployment.ts";
import { Alarms, twoOfThree } from "./alarms.ts";
import { StageMetrics } from "./business-metrics.ts";
import { callsInHours } from "./calls-in-hours.ts";
import { canaryAlarm, canaryMetric } from "./canary-alarm.ts";
import { routesAlarm } from "./routes-alarm.ts";
import { quarterOfAnHour, shareOf, shortfallOf } from "./shares.ts";
import { lambdaGraphs, TeamDashboard } from "./team-dashboard.ts";

export interface ObserveSmaProps {
  readonly alias: Alias;
  readonly stage: string;
  readonly deployment: SmaDeployment;
}

/** The telephony team's alarms and dashboard. */
export function observeSma(scope: Construct, { alias, stage, deployment }: ObserveSmaProps): void {
  const alarms = new Alarms(scope, "Alarms", deployment.alarmTopicArn);
  const metrics = new StageMetrics(stage, "sma-handler");
  lambdaAlarms(alarms, alias);
  callAlarms(alarms, { metrics, ofSkill: new StageMetrics(stage, "skill") }, deployment.alarms);
  const canary =
    deployment.canary &&
    deployment.phoneNumbers.length > 0 &&
    canaryMetric(stage, deployment.canary);
  if (canary) canaryAlarm(alarms, canary);
  const routes = deployment.routesSource && routesAlarm(alarms, metrics);
  new TeamDashboard(scope, "Dashboard", {
    about: "The SIP media application: who called, with which context, and who answered.",
    alarms,
    graphs: [
      ["Calls", metrics.countOf("CallsRouted"), metrics.countOf("CallsConnected")],
      [
        "Contexts",
        metrics.countOf("ContextsClaimed"),
        metrics.countOf("ContextsMissing"),
        metrics.countOf("OrdinaryCalls"),
      ],
      [
        "INVITE to answer (ms)",
        metrics.percentileOf("TimeToAnswer", "p50"),
        metrics.percentileOf("TimeToAnswer", "p90"),
        metrics.percentileOf("TimeToAnswer", "p99"),
      ],
      ["Calls by destination", metrics.eachOf("CallsRouted")],
      ["Calls without a context, by reason", metrics.eachOf("ContextsMissing")],
      ["Destinations that failed, by cause", metrics.eachOf("DestinationsFailed")],
      ...(routes ? [routes] : []),
      ...(canary ? ([["Canary calls that came through", canary]] as const) : []),
      ...lambdaGraphs(alias),
    ],
  });
}

/** Errors are none of a day's work: one is enough, also where calls are few. */
const fewMinutes = Duration.minutes(5);

function lambdaAlarms(alarms: Alarms, alias: Alias): void {
  alarms.when("SmaHandlerFails", {
    metric: alias.metricErrors({ period: fewMinutes }),
    threshold: 1,
    meaning: "The SMA's Lambda fails: callers are cut off, or go to the failover Region.",
  });
  alarms.when("SmaHandlerSlow", {
    // The handler gives up by itself after 2.5 s: what it answers then is its way out.
    metric: alias.metricDuration({ period: fewMinutes, statistic: "p90" }),
    threshold: 2000,
    meaning:
      "The SMA's Lambda runs out of time: callers wait, and go on without what was asked for.",
  });
  alarms.when("SmaHandlerThrottled", {
    metric: alias.metricThrottles({ period: fewMinutes }),
    threshold: 1,
    meaning: "Lambda refuses to run the SMA's Lambda: callers are cut off.",
  });
}

const halfAnHour = Duration.minutes(30);

interface CallMetrics {
  readonly metrics: StageMetrics<"sma-handler">;
  /** Of the skill in the same account, Region and stage. */
  readonly ofSkill: StageMetrics<"skill">;
}

function callAlarms(
  alarms: Alarms,
  { metrics, ofSkill }: CallMetrics,
  thresholds: SmaDeployment["alarms"],
): void {
  const inQuarter = (name: BusinessMetricName<"sma-handler">) =>
    metrics.countOf(name, quarterOfAnHour);
  const inHalfAnHour = (name: BusinessMetricName<"sma-handler">) =>
    metrics.countOf(name, halfAnHour);
  alarms.when("ContextsMissing", {
    metric: shareOf({
      of: inHalfAnHour("ContextsMissing"),
      besides: [inHalfAnHour("ContextsClaimed")],
      // One call in a thousand loses its context by chance: three in half an hour do not.
      atLeast: 3,
      per: halfAnHour,
    }),
    threshold: thresholds.contextsMissing,
    meaning: "Calls of a skill arrive without a usable context: nobody knows who calls, or why.",
  });
  alarms.when("DestinationsFail", {
    metric: shareOf({
      of: inHalfAnHour("DestinationsFailed"),
      besides: [inHalfAnHour("CallsConnected")],
      // Long enough for five where calls are few; and three in a hundred that nobody answers never come to the share.
      atLeast: 5,
      per: halfAnHour,
    }),
    threshold: thresholds.destinationsFail,
    meaning: "Destinations do not take calls: callers wait for the next one, or hear an apology.",
  });
  alarms.when("CallsGetLost", {
    metric: shortfallOf({
      of: ofSkill.countOf("CallsStarted", quarterOfAnHour),
      became: [inQuarter("ContextsClaimed"), inQuarter("ContextsMissing")],
      atLeast: 5,
    }),
    threshold: thresholds.callsGetLost,
    meaning: "Calls that the skill started do not arrive: the number, its SIP rule, or the line.",
  });
  alarms.when("AnswersTakeLong", {
    metric: metrics.percentileOf("TimeToAnswer", "p90"),
    threshold: thresholds.answerSeconds * 1000,
    periods: twoOfThree,
    meaning: "One caller in ten waits long for somebody to answer.",
  });
  alarms.when("UnusuallyManyCallsOut", {
    metric: metrics.countWith("CallsRouted", "pstn", Duration.hours(1)),
    threshold: thresholds.phoneCallsPerHour,
    meaning: "More calls go out to phone numbers than ever should: it may be toll fraud.",
  });
  if (thresholds.expectedCalls) {
    alarms.when("CallsStop", {
      metric: callsInHours(metrics, thresholds.expectedCalls),
      threshold: 1,
      meaning: "No call arrives at a time when there should be some.",
    });
  }
}
