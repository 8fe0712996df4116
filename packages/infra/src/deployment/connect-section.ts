import * as v from "valibot";
import { connectInstanceArn, connectQueueArn } from "./formats.ts";
import { routesSource } from "./routes-source.ts";
import { alarmTopicArn, routesDocument, share } from "./sections.ts";

/** When the team is woken; docs/operations.md says what comes of other values. */
const connectAlarms = v.strictObject({
  contextsMissing: share(0.05),
  destinationsFail: share(0.3),
  /** Of calls that were answered: a voice mail presses no key, and not every person wants the call. */
  nobodyAnswers: share(0.9),
});

/** Flows in an instance of Amazon Connect, and the Lambda that they ask. */
export const connectSection = v.pipe(
  v.strictObject({
    /** It is there already: no stack makes one. */
    instanceArn: connectInstanceArn,
    /** Where a contact waits when no destination could be reached. */
    fallbackQueueArn: connectQueueArn,
    /** The Lambda itself says what may be in it; `pnpm synth` asks it. */
    routes: routesDocument,
    routesSource: v.optional(routesSource),
    alarms: v.optional(connectAlarms, {}),
    alarmTopicArn,
  }),
  v.forward(
    v.check(
      ({ instanceArn, fallbackQueueArn }) => fallbackQueueArn.startsWith(`${instanceArn}/queue/`),
      "is a queue of another instance than instanceArn",
    ),
    ["fallbackQueueArn"],
  ),
);
