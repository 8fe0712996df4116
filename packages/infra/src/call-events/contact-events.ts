import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { Alias } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { Construct } from "constructs";
import type { UndeliveredQueue } from "./undelivered-queue.ts";

export interface ContactEventsProps {
  readonly instanceArn: string;
  readonly handler: Alias;
  readonly undelivered: UndeliveredQueue;
}

/** The events that move a context (packages/call-events, `moveContext`). */
const moving = ["CONNECTED_TO_SYSTEM", "CONNECTED_TO_AGENT", "DISCONNECTED"];

/** A context is over after an hour; no later event moves it. */
const maxEventAge = Duration.hours(1);

/** Hands the contact events of one instance of Amazon Connect to the Lambda. */
export class ContactEvents extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { instanceArn, handler, undelivered: { queue } }: ContactEventsProps,
  ) {
    super(scope, id);
    new Rule(this, "Rule", {
      description: "Contact events of Amazon Connect that move call contexts on",
      eventPattern: {
        source: ["aws.connect"],
        detailType: ["Amazon Connect Contact Event"],
        detail: { instanceArn: [instanceArn], eventType: moving },
      },
      // What EventBridge cannot hand over.
      targets: [new LambdaFunction(handler, { deadLetterQueue: queue, maxEventAge })],
    });
    // What the Lambda could not carry out, after two more attempts.
    handler.configureAsyncInvoke({
      onFailure: new SqsDestination(queue),
      maxEventAge,
      retryAttempts: 2,
    });
  }
}
