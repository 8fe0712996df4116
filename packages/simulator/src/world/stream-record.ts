import type { Item, TableWrite } from "./table.ts";

type Image = Readonly<Record<string, object>>;

/** A record of a DynamoDB stream with new and old images, as Lambda is handed it (DynamoDB Streams API, `Record`). */
export interface StreamRecord {
  readonly eventName: "MODIFY";
  readonly dynamodb: {
    /** Epoch seconds. */
    readonly ApproximateCreationDateTime: number;
    readonly SequenceNumber: string;
    readonly NewImage: Image;
    readonly OldImage: Image;
  };
}

const toldOf: readonly unknown[] = ["claimed", "connected", "ended", "failed"];

/** Whether the event source mapping's filter lets a change through: a changed item of these statuses, not a new one. */
export function isToldOf({ before, after }: TableWrite): boolean {
  return before !== undefined && toldOf.includes(after.status);
}

export function streamRecordOf(
  { before = {}, after }: TableWrite,
  { sequence, at }: { readonly sequence: number; readonly at: number },
): StreamRecord {
  return {
    eventName: "MODIFY",
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at / 1000),
      SequenceNumber: String(sequence),
      NewImage: imageOf(after),
      OldImage: imageOf(before),
    },
  };
}

function imageOf(item: Item): Image {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, typed(value)]));
}

/** A value with its type (DynamoDB API, `AttributeValue`), as far as contexts have any. */
function typed(value: unknown): object {
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (value === null || value === undefined) return { NULL: true };
  return { M: imageOf(value as Item) };
}
