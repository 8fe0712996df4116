import { eventTypes } from "@skill-call/pstn-audio";
import * as v from "valibot";

const e164 = v.pipe(
  v.string(),
  v.regex(/^\+[1-9]\d{1,14}$/, "must be an E.164 number, such as +12065550100"),
);

/** A call that the service is to place. */
export const outboundCallSchema = v.object({ application: v.string(), from: e164, to: e164 });

export const breakOffSchema = v.object({ transactionId: v.string() });

const event = v.exactOptional(v.picklist(eventTypes));
const times = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)));
/** Nobody waits longer for an event. */
const longestDelayMs = 60_000;

/** What shall befall the events to come, instead of what was to befall them before. */
export const deliveryFaultsSchema = v.object({
  faults: v.pipe(
    v.array(
      v.variant("kind", [
        v.object({ kind: v.picklist(["not-invoked", "answer-lost", "duplicate"]), event, times }),
        v.object({
          kind: v.literal("delay"),
          ms: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(longestDelayMs)),
          event,
          times,
        }),
      ]),
    ),
    v.maxLength(100),
  ),
});
export type DeliveryFaultRequest = v.InferOutput<typeof deliveryFaultsSchema>["faults"][number];
