import { reasonText } from "@skill-call/call-console";
import type { CallReport, LaptopTraceEvent } from "@skill-call/laptop";
import type { Fact } from "@skill-call/terminal";
import { maskedId, maskedNumber } from "@skill-call/terminal";

/** DynamoDB's JSON of the types that a call context has. */
type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly M: Readonly<Record<string, AttributeValue>> };

/**
 * What was put into the call context table. IDs and numbers are masked, they are keys to a person; so is what the call
 * form calls sensitive.
 */
export function storedContext({
  events,
  fields,
}: Pick<CallReport, "events" | "fields">): readonly Fact[] {
  const put = events.map(putItem).find((item) => item !== undefined);
  if (!put) return [];
  const sensitive = fields.filter((field) => field.sensitive).map(({ id }) => id);
  return Object.entries(put).map(([name, value]): Fact => {
    const whole = plain(value);
    return [name, sensitive.includes(name) ? maskedId(String(whole)) : shown(name, whole)];
  });
}

function putItem({ kind, detail }: LaptopTraceEvent) {
  if (kind !== "table.request") return undefined;
  const { operation, input } = detail as { readonly operation: string; readonly input: unknown };
  if (operation !== "PutItem") return undefined;
  return (input as { readonly Item: Readonly<Record<string, AttributeValue>> }).Item;
}

function plain(value: AttributeValue): unknown {
  if ("S" in value) return value.S;
  if ("N" in value) return Number(value.N);
  if ("BOOL" in value) return value.BOOL;
  return Object.fromEntries(Object.entries(value.M).map(([name, each]) => [name, plain(each)]));
}

function shown(name: string, value: unknown): string {
  switch (name) {
    case "callerNumber":
      return maskedNumber(String(value));
    case "contextId":
    case "accountId":
    case "writeToken":
    case "skillId":
      return maskedId(String(value));
    case "expiresAt":
      return `${value} (${new Date(Number(value) * 1000).toISOString()})`;
    case "reason":
      return reasonText(value);
    default:
      return typeof value === "string" ? value : JSON.stringify(value);
  }
}
