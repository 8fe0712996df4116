import * as v from "valibot";
import { arn, connectInstanceArn, httpsUrl, topicArn } from "./formats.ts";

/** Who is told of a call's life, and by whom contexts are moved on. */
export const callEventsSection = v.pipe(
  v.strictObject({
    /** Told by signed messages; the secret of Secrets Manager that signs them, by its whole ARN. */
    webhook: v.optional(
      v.strictObject({
        url: httpsUrl,
        secretArn: arn("secretsmanager", "a secret", "secret:webhook-AbCdEf"),
      }),
    ),
    /** Told instead of a webhook. */
    eventBusArn: v.optional(arn("events", "an event bus", "event-bus/calls")),
    /** The instance of Amazon Connect whose contact events move contexts on. */
    connectInstanceArn: v.optional(connectInstanceArn),
    /** Where alarms are sent; without it they are only seen. */
    alarmTopicArn: v.optional(topicArn),
  }),
  v.check(
    ({ webhook, eventBusArn }) => webhook === undefined || eventBusArn === undefined,
    "webhook and eventBusArn are two ways to tell the same: leave one out, for a rule of the bus can call the webhook",
  ),
  v.check(
    ({ webhook, eventBusArn, connectInstanceArn }) =>
      [webhook, eventBusArn, connectInstanceArn].some((part) => part !== undefined),
    "does nothing: it needs webhook, eventBusArn or connectInstanceArn",
  ),
);
