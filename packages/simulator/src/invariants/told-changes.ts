import { hashContextId } from "@skill-call/call-context";
import type { SimulatedCall } from "../callers/simulated-call.ts";
import { isToldOf } from "../world/stream-record.ts";

/** A status that a context came to, of which the webhook's receiver is to hear. */
interface ToldChange {
  readonly contextHash: string;
  readonly status: string;
}

/** In the order in which the table has them. */
export function toldChanges({ writes }: SimulatedCall): readonly ToldChange[] {
  return writes
    .filter((write) => isToldOf(write) && write.before?.status !== write.after.status)
    .map(({ after }) => ({
      contextHash: hashContextId(String(after.contextId)),
      status: String(after.status),
    }));
}

/** Whether a receiver that answers this is not to be told again: taken, or gone for good. */
export function hasSettled(answer: number): boolean {
  return answer < 300 || answer === 410;
}

const statuses = ["claimed", "connected", "ended", "failed"];
const fields = [
  ...["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"],
  ...["contextHash", "status", "callStarter"],
];

interface Message {
  readonly id: string;
  readonly subject: string;
  readonly type: string;
  readonly data: { readonly contextHash: string; readonly status: string };
}

/** Whether it has the fields of the promised CloudEvent and no others (packages/call-events/README.md). */
export function isPromisedMessage(message: Message): boolean {
  const { id, subject, type, data } = message;
  const { contextHash, status } = data;
  const kind = status === "failed" ? "ended" : status;
  return (
    [...Object.keys(message), ...Object.keys(data)].every((field) => fields.includes(field)) &&
    statuses.includes(status) &&
    contextHash === subject &&
    id === `${subject}-${status}` &&
    type === `skill-call.call.${kind}`
  );
}
