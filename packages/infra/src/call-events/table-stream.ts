import { Duration } from "aws-cdk-lib";
import {
  type Alias,
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Construct } from "constructs";
import type { CallEventsDeployment } from "../deployment/deployment.ts";
import { streamOfStage } from "../lambda/table-access.ts";
import type { LambdaStackProps } from "../team-stack-props.ts";
import type { UndeliveredQueue } from "./undelivered-queue.ts";

/** The ARN of the stream that a deployment reads; `undefined` where nobody is told of what changes. */
export function streamOf(
  scope: Construct,
  { stage, table, deployment }: LambdaStackProps<CallEventsDeployment>,
): string | undefined {
  const { webhook, eventBusArn } = deployment;
  if (webhook === undefined && eventBusArn === undefined) return undefined;
  return table?.streamArn ?? streamOfStage(scope, stage);
}

export interface TableStreamProps {
  /** ARN. */
  readonly stream: string;
  readonly handler: Alias;
  readonly undelivered: UndeliveredQueue;
}

/** The statuses that are told of (packages/call-events, `lifeEventOf`). */
const toldOf = ["claimed", "connected", "ended", "failed"];

/** Has the Lambda read what changes in the table of call contexts. */
export class TableStream extends Construct {
  constructor(scope: Construct, id: string, { stream, handler, undelivered }: TableStreamProps) {
    super(scope, id);
    new EventSourceMapping(this, "Mapping", {
      target: handler,
      eventSourceArn: stream,
      startingPosition: StartingPosition.LATEST,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual("MODIFY"),
          dynamodb: { NewImage: { status: { S: FilterRule.or(...toldOf) } } },
        }),
      ],
      batchSize: 10,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // Whichever comes first; the stream keeps a record for a day, so that somebody can still send it by hand.
      retryAttempts: 100,
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(undelivered.queue),
    });
  }
}
