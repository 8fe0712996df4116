import { Duration } from "aws-cdk-lib";
import type { Alias } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { Alarms } from "./alarms.ts";
import { countOf, eachOf, timeToAnswer } from "./business-metrics.ts";
import { lambdaGraphs, TeamDashboard } from "./team-dashboard.ts";

const period = Duration.minutes(1);

export interface ObserveSmaProps {
  readonly alias: Alias;
  readonly alarmTopicArn: string | undefined;
}

/** The telephony team's alarms and dashboard. */
export function observeSma(scope: Construct, { alias, alarmTopicArn }: ObserveSmaProps): void {
  const alarms = new Alarms(scope, "Alarms", alarmTopicArn);
  lambdaAlarms(alarms, alias);
  callAlarms(alarms);
  new TeamDashboard(scope, "Dashboard", {
    about: "The SIP media application: who called, with which context, and who answered.",
    alarms,
    graphs: [
      ["Calls", countOf("CallsRouted"), countOf("CallsConnected")],
      ["Contexts", countOf("ContextsClaimed"), countOf("ContextsMissing")],
      ["INVITE to answer (ms)", timeToAnswer("p50"), timeToAnswer("p90"), timeToAnswer("p99")],
      ["Calls by destination", eachOf("CallsRouted")],
      ["Calls without a context, by reason", eachOf("ContextsMissing")],
      ["Destinations that failed, by cause", eachOf("DestinationsFailed")],
      ...lambdaGraphs(alias),
    ],
  });
}

function lambdaAlarms(alarms: Alarms, alias: Alias): void {
  alarms.when("SmaHandlerFails", {
    metric: alias.metricErrors({ period }),
    threshold: 1,
    meaning: "The SMA's Lambda fails: callers are cut off, or go to the failover Region.",
  });
  alarms.when("SmaHandlerSlow", {
    metric: alias.metricDuration({ period, statistic: "p99" }),
    threshold: 3000,
    meaning: "The SMA's Lambda answers later than 3 s: callers wait, and events come twice.",
  });
  alarms.when("SmaHandlerThrottled", {
    metric: alias.metricThrottles({ period }),
    threshold: 1,
    meaning: "Lambda refuses to run the SMA's Lambda: callers are cut off.",
  });
}

function callAlarms(alarms: Alarms): void {
  alarms.when("ContextsMissing", {
    metric: countOf("ContextsMissing"),
    threshold: 5,
    meaning: "Calls arrive without a usable context: nobody knows who calls, or why.",
  });
  alarms.when("DestinationsFail", {
    metric: countOf("DestinationsFailed"),
    threshold: 5,
    meaning: "Destinations do not take calls: callers wait for the next one, or hear an apology.",
  });
  alarms.when("AnswersTakeLong", {
    metric: timeToAnswer("p90"),
    threshold: 30_000,
    meaning: "One caller in ten waits half a minute or more for somebody to answer.",
  });
}
