import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { ContactEvents } from "../call-events/contact-events.ts";
import { callEventsRights, explainCallEventsRights } from "../call-events/rights.ts";
import { streamOf, TableStream } from "../call-events/table-stream.ts";
import { UndeliveredQueue } from "../call-events/undelivered-queue.ts";
import type { CallEventsDeployment } from "../deployment/deployment.ts";
import { BuiltLambda } from "../lambda/built-lambda.ts";
import { callEventsEnvironment } from "../lambda/call-events-environment.ts";
import { tableOfStage } from "../lambda/table-access.ts";
import { Alarms } from "../observability/alarms.ts";
import { lambdaGraphs, TeamDashboard } from "../observability/team-dashboard.ts";
import type { LambdaStackProps } from "../team-stack-props.ts";

/** Who is told of calls, and what Amazon Connect tells of them; no call waits for any of it. */
export class CallEventsStack extends Stack {
  constructor(scope: Construct, id: string, props: LambdaStackProps<CallEventsDeployment>) {
    super(scope, id, props);
    const { deployment } = props;
    const { connectInstanceArn } = deployment;
    const undelivered = new UndeliveredQueue(this, "Undelivered");
    const stream = streamOf(this, props);
    const { table = tableOfStage(this, props.stage) } = props;
    const rights = { deployment, table, stream, undelivered };
    const lambda = new BuiltLambda(this, "CallEvents", {
      package: "call-events",
      stack: props,
      // Ten events, each of which a receiver may keep waiting three times (packages/call-events).
      timeout: Duration.seconds(150),
      environment: callEventsEnvironment(deployment),
      tableUse: connectInstanceArn
        ? { actions: ["dynamodb:GetItem"], updates: ["claim", "advance"] }
        : {},
      rights: callEventsRights(this, rights),
    });
    explainCallEventsRights(lambda.role, rights);
    if (stream) {
      new TableStream(this, "TableStream", { stream, handler: lambda.alias, undelivered });
    }
    if (connectInstanceArn !== undefined) {
      new ContactEvents(this, "ContactEvents", {
        instanceArn: connectInstanceArn,
        handler: lambda.alias,
        undelivered,
      });
    }
    this.#observe({ lambda, undelivered, deployment, readsStream: stream !== undefined });
    new CfnOutput(this, "UndeliveredQueueUrl", { value: undelivered.queue.queueUrl });
    new CfnOutput(this, "CallEventsAliasArn", { value: lambda.alias.functionArn });
  }

  #observe({ lambda, undelivered, deployment, readsStream }: Observed): void {
    const alarms = new Alarms(this, "Alarms", deployment.alarmTopicArn);
    const fewMinutes = Duration.minutes(5);
    const waiting = undelivered.queue.metricApproximateNumberOfMessagesVisible({
      period: fewMinutes,
      statistic: "Maximum",
    });
    const age = lambda.alias.metric("IteratorAge", { period: fewMinutes, statistic: "Maximum" });
    alarms.when("EventsUndelivered", {
      metric: waiting,
      threshold: 1,
      meaning: "Events of calls were given up: somebody who waits for them was not told.",
    });
    if (readsStream) {
      alarms.when("EventsLate", {
        metric: age,
        threshold: Duration.minutes(10).toMilliseconds(),
        meaning: "Events of calls are told minutes late: their receiver does not take them.",
      });
    }
    alarms.when("CallEventsFail", {
      metric: lambda.alias.metricErrors({ period: Duration.minutes(15) }),
      threshold: 3,
      meaning: "The Lambda of call events fails: contexts stay behind their calls.",
    });
    new TeamDashboard(this, "Dashboard", {
      about: "Call events: who is told of calls, and what Amazon Connect tells.",
      alarms,
      graphs: [
        ["Undelivered events", waiting],
        ...(readsStream ? ([["Age of the events that are told (ms)", age]] as const) : []),
        ...lambdaGraphs(lambda.function),
      ],
    });
  }
}

interface Observed {
  readonly lambda: BuiltLambda;
  readonly undelivered: UndeliveredQueue;
  readonly deployment: CallEventsDeployment;
  readonly readsStream: boolean;
}
