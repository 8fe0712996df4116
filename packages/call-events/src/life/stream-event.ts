import * as v from "valibot";

const text = v.object({ S: v.string() });

/** What is read of an item's image; the other attributes, which are personal data, are not even looked at. */
const image = v.object({
  contextId: v.optional(text),
  status: v.optional(text),
  callStarter: v.optional(text),
});

const recordSchema = v.object({
  eventName: v.picklist(["INSERT", "MODIFY", "REMOVE"]),
  dynamodb: v.object({
    /** Epoch seconds, to the second. */
    ApproximateCreationDateTime: v.optional(v.number()),
    SequenceNumber: v.string(),
    NewImage: v.optional(image),
    OldImage: v.optional(image),
  }),
});
export type StreamRecord = v.InferOutput<typeof recordSchema>;

/** An event of a DynamoDB stream with new and old images (DynamoDB Streams API, `Record`; Lambda guide). */
const eventSchema = v.object({ Records: v.array(recordSchema) });

/** The invocation is no event of a DynamoDB stream; it holds no value of the event. */
export class EventFormatError extends Error {
  override readonly name = "EventFormatError";
  readonly code = "call-events.event-format";
  /** Path into the event, such as `Records.0.eventName`. */
  readonly field: string;

  constructor(field: string) {
    super(`The event is not one of a DynamoDB stream: ${field} does not fit`);
    this.field = field;
  }
}

/** @throws {EventFormatError} naming the field that does not fit */
export function readStreamEvent(rawEvent: unknown): readonly StreamRecord[] {
  const { success, output, issues } = v.safeParse(eventSchema, rawEvent);
  if (!success) throw new EventFormatError(v.getDotPath(issues[0]) ?? "event");
  return output.Records;
}
