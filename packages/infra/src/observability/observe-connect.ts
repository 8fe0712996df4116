import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Alias } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { ConnectDeployment } from "../deployment/deployment.ts";
import { Alarms } from "./alarms.ts";
import { StageMetrics } from "./business-metrics.ts";
import { routesAlarm } from "./routes-alarm.ts";
import { quarterOfAnHour, shareOf } from "./shares.ts";
import { lambdaGraphs, TeamDashboard } from "./team-dashboard.ts";

export interface ObserveConnectProps {
  readonly alias: Alias;
  readonly stage: string;
  readonly deployment: ConnectDeployment;
  readonly flowName: string;
}

/** Errors are none of a day's work: one is enough, also where calls are few. */
const fewMinutes = Duration.minutes(5);

/** Alarms and dashboard of the team whose flows these are. */
export function observeConnect(scope: Construct, props: ObserveConnectProps): void {
  const { alias, stage, deployment } = props;
  const alarms = new Alarms(scope, "Alarms", deployment.alarmTopicArn);
  const metrics = new StageMetrics(stage, "connect-handler");
  const ofConnect = connectMetrics(props);
  lambdaAlarms(alarms, alias);
  instanceAlarms(alarms, ofConnect);
  contactAlarms(alarms, metrics, deployment.alarms);
  const routes = deployment.routesSource && routesAlarm(alarms, metrics);
  new TeamDashboard(scope, "Dashboard", {
    about: "The contact flows: whose phone was rung, with which context, and who answered.",
    alarms,
    graphs: [
      ["Contacts", metrics.countOf("CallsRouted"), metrics.countOf("CallsConnected")],
      [
        "Contexts",
        metrics.countOf("ContextsClaimed"),
        metrics.countOf("ContextsMissing"),
        metrics.countOf("OrdinaryCalls"),
      ],
      ["Nobody pressed a key", metrics.countOf("NobodyAnswered")],
      ["Contacts by destination", metrics.eachOf("CallsRouted")],
      ["Contacts without a context, by reason", metrics.eachOf("ContextsMissing")],
      ["Destinations that failed", metrics.countOf("DestinationsFailed")],
      ["Error branches of the flow", ofConnect.flowErrors, ofConnect.fatalErrors],
      ["Calls above the instance's quota", ofConnect.overQuota],
      ...(routes ? [routes] : []),
      ...lambdaGraphs(alias),
    ],
  });
}

/** Amazon Connect's own (Administrator Guide, "Monitoring your instance using CloudWatch"). */
function connectMetrics({ deployment, flowName }: ObserveConnectProps) {
  const InstanceId = deployment.instanceArn.split("/").at(-1) ?? "";
  const metric = (metricName: string, dimensionsMap: Record<string, string>) =>
    new Metric({
      namespace: "AWS/Connect",
      metricName,
      dimensionsMap: { InstanceId, ...dimensionsMap },
      statistic: "Sum",
      period: fewMinutes,
    });
  const ofFlow = { MetricGroup: "ContactFlow", ContactFlowName: flowName };
  return {
    /** An action took its error branch: also a number that does not answer. */
    flowErrors: metric("ContactFlowErrors", ofFlow),
    /** The flow could not be carried out. */
    fatalErrors: metric("ContactFlowFatalErrors", ofFlow),
    overQuota: metric("CallsBreachingConcurrencyQuota", { MetricGroup: "VoiceCalls" }),
  };
}

function lambdaAlarms(alarms: Alarms, alias: Alias): void {
  alarms.when("ConnectHandlerFails", {
    metric: alias.metricErrors({ period: fewMinutes }),
    threshold: 1,
    meaning:
      "The contact flow's Lambda fails: callers wait in the fallback queue, whatever they want.",
  });
  alarms.when("ConnectHandlerSlow", {
    // The handler gives up by itself after 2.5 s: what it answers then is its way out.
    metric: alias.metricDuration({ period: fewMinutes, statistic: "p90" }),
    threshold: 2000,
    meaning:
      "The contact flow's Lambda runs out of time: callers hear nothing, then lose their context.",
  });
  alarms.when("ConnectHandlerThrottled", {
    metric: alias.metricThrottles({ period: fewMinutes }),
    threshold: 1,
    meaning: "Lambda refuses to run the contact flow's Lambda: callers wait in the fallback queue.",
  });
}

function instanceAlarms(
  alarms: Alarms,
  { fatalErrors, overQuota }: ReturnType<typeof connectMetrics>,
): void {
  alarms.when("ContactFlowFails", {
    metric: fatalErrors,
    threshold: 1,
    meaning: "Amazon Connect cannot carry the contact flow out: callers are cut off.",
  });
  alarms.when("CallsAboveQuota", {
    metric: overQuota,
    threshold: 1,
    meaning: "The instance takes no more calls at once: callers are told to try again later.",
  });
}

function contactAlarms(
  alarms: Alarms,
  metrics: StageMetrics<"connect-handler">,
  thresholds: ConnectDeployment["alarms"],
): void {
  const halfAnHour = Duration.minutes(30);
  alarms.when("ContactsWithoutContext", {
    metric: shareOf({
      of: metrics.countOf("ContextsMissing", halfAnHour),
      besides: [metrics.countOf("ContextsClaimed", halfAnHour)],
      // One call in a thousand loses its context by chance: three in half an hour do not.
      atLeast: 3,
      per: halfAnHour,
    }),
    threshold: thresholds.contextsMissing,
    meaning: "Calls of a skill arrive without a usable context: nobody knows who calls, or why.",
  });
  alarms.when("ContactsNotTaken", {
    metric: shareOf({
      of: metrics.countOf("DestinationsFailed", quarterOfAnHour),
      besides: [metrics.countOf("CallsRouted", quarterOfAnHour)],
      atLeast: 6,
    }),
    threshold: thresholds.destinationsFail,
    meaning:
      "Destinations do not take contacts: callers wait for the next one, or hear an apology.",
  });
  alarms.when("NobodyPressesAKey", {
    metric: shareOf({
      of: metrics.countOf("NobodyAnswered", halfAnHour),
      besides: [metrics.countOf("CallsConnected", halfAnHour)],
      atLeast: 10,
      per: halfAnHour,
    }),
    threshold: thresholds.nobodyAnswers,
    meaning:
      "Calls are answered, and nobody presses a key: the greeting is not heard, or not understood.",
  });
}
