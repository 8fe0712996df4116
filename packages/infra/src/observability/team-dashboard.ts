import { Duration, Stack } from "aws-cdk-lib";
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Alarms } from "./alarms.ts";

const width = 8;
const perRow = 24 / width;

/** A graph: its title, and what it draws. */
export type Graph = readonly [title: string, ...lines: IMetric[]];

export interface TeamDashboardProps {
  /** One sentence on top: what the reader sees here. */
  readonly about: string;
  readonly alarms: Alarms;
  readonly graphs: readonly Graph[];
}

/** One team's view: its alarms first, then what happens to calls, then the machine. */
export class TeamDashboard extends Construct {
  constructor(scope: Construct, id: string, { about, alarms, graphs }: TeamDashboardProps) {
    super(scope, id);
    const { stackName, region } = Stack.of(this);
    const dashboard = new Dashboard(this, "Dashboard", {
      // Dashboards are an account's, not a Region's: the stack of a second Region has the same name.
      dashboardName: `${stackName}-${region}`,
      defaultInterval: Duration.hours(3),
    });
    const markdown = `${about} What each alarm means and what to do: docs/operations.md.`;
    dashboard.addWidgets(new TextWidget({ markdown, width: 24, height: 2 }));
    dashboard.addWidgets(new AlarmStatusWidget({ alarms: alarms.all, width: 24, height: 3 }));
    for (let start = 0; start < graphs.length; start += perRow) {
      const row = graphs.slice(start, start + perRow);
      dashboard.addWidgets(
        ...row.map(([title, ...left]) => new GraphWidget({ title, left, width, height: 6 })),
      );
    }
  }
}

/** Whether the machine itself is well. */
export function lambdaGraphs(lambda: IFunction): readonly Graph[] {
  const period = Duration.minutes(1);
  return [
    ["Invocations", lambda.metricInvocations({ period })],
    ["Errors and throttles", lambda.metricErrors({ period }), lambda.metricThrottles({ period })],
    [
      "Duration (ms)",
      lambda.metricDuration({ period, statistic: "p50" }),
      lambda.metricDuration({ period, statistic: "p99" }),
    ],
  ];
}
