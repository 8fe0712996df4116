import * as v from "valibot";
import { EventFormatError } from "../errors.ts";

/** What is read of a contact event (EventBridge reference, "Amazon Connect Contact Event"); there may be more. */
const eventSchema = v.object({
  detail: v.object({
    /** There are others than those that move a context, and there will be more. */
    eventType: v.string(),
    contactId: v.string(),
    /** Of the first contact of a chain; absent: this is the first. */
    initialContactId: v.nullish(v.string()),
    initiationMethod: v.nullish(v.string()),
    instanceArn: v.pipe(v.string(), v.regex(/:instance\/[^/]+$/)),
  }),
});

export interface ContactEvent {
  readonly eventType: string;
  readonly contactId: string;
  readonly initialContactId: string;
  /** Such as `API`: the skill asked for it. */
  readonly initiationMethod: string | undefined;
  readonly instanceId: string;
}

/** Whether EventBridge says that it comes from Amazon Connect; what it says is looked at later. */
export function isContactEvent(rawEvent: unknown): boolean {
  const { source } = Object(rawEvent);
  return source === "aws.connect";
}

/** @throws {EventFormatError} naming the field that does not fit */
export function readContactEvent(rawEvent: unknown): ContactEvent {
  const { success, output, issues } = v.safeParse(eventSchema, rawEvent);
  if (!success) {
    throw new EventFormatError("a contact event", v.getDotPath(issues[0]) ?? "event");
  }
  const { eventType, contactId, initialContactId, initiationMethod, instanceArn } = output.detail;
  return {
    eventType,
    contactId,
    initialContactId: initialContactId ?? contactId,
    initiationMethod: initiationMethod ?? undefined,
    instanceId: instanceArn.slice(instanceArn.lastIndexOf("/") + 1),
  };
}
