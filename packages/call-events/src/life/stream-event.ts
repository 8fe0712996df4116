import * as v from "valibot";
import { EventFormatError } from "../errors.ts";

const text = v.object({ S: v.string() });

/** What is read of an item's image; the other attributes, which are personal data, are not even looked at. */
const image = v.object({
  contextId: v.optional(text),
  status: v.optional(text),
  transactionId: v.optional(text),
  callStarter: v.optional(text),
});

/** To the second; in text (ISO 8601) in what the AWS CLI reads from a stream, and somebody hands on. */
const epochSeconds = v.pipe(
  v.union([
    v.number(),
    v.pipe(
      v.string(),
      v.isoTimestamp(),
      v.transform((text) => Date.parse(text) / 1000),
    ),
  ]),
  // The 99th of a 99th month has the form of a day, and is none.
  v.check((seconds) => !Number.isNaN(new Date(seconds * 1000).getTime()), "is no time"),
);

const recordSchema = v.object({
  eventName: v.picklist(["INSERT", "MODIFY", "REMOVE"]),
  dynamodb: v.object({
    ApproximateCreationDateTime: v.optional(epochSeconds),
    SequenceNumber: v.string(),
    NewImage: v.optional(image),
    OldImage: v.optional(image),
  }),
});
export type StreamRecord = v.InferOutput<typeof recordSchema>;

/** An event of a DynamoDB stream with new and old images (DynamoDB Streams API, `Record`; Lambda guide). */
const eventSchema = v.object({ Records: v.array(recordSchema) });

/** @throws {EventFormatError} naming the field that does not fit */
export function readStreamEvent(rawEvent: unknown): readonly StreamRecord[] {
  const { success, output, issues } = v.safeParse(eventSchema, rawEvent);
  if (!success) {
    throw new EventFormatError("one of a DynamoDB stream", v.getDotPath(issues[0]) ?? "event");
  }
  return output.Records;
}
