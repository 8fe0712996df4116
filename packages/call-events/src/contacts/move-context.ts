import { type CallContextStore, hashContextId, isCallContextError } from "@skill-call/call-context";
import type { Log } from "@skill-call/telemetry";
import type { ContactEvent } from "./contact-event.ts";
import type { Contact, DescribeContact } from "./describe-contact.ts";

export interface MoveContextPorts {
  readonly store: Pick<CallContextStore, "claim" | "advance">;
  readonly describeContact: DescribeContact;
  readonly log: Log;
}

/** Where a contact's context goes. */
type Move = "claimed" | "connected" | "ended" | "failed";

/** Contacts that were called out: nobody may have answered. */
const calledOut: readonly (string | undefined)[] = ["API", "OUTBOUND"];

/** What an event says of the call; `undefined`: nothing, or that it goes on as another contact. */
function moveOf(event: ContactEvent, { answered, goesOn }: Contact): Move | undefined {
  switch (event.eventType) {
    case "CONNECTED_TO_SYSTEM":
      return "claimed";
    case "CONNECTED_TO_AGENT":
      return "connected";
    case "DISCONNECTED": {
      if (goesOn) return undefined;
      const isFirst = event.contactId === event.initialContactId;
      return isFirst && !answered && calledOut.includes(event.initiationMethod)
        ? "failed"
        : "ended";
    }
    default:
      return undefined;
  }
}

const moving = ["CONNECTED_TO_SYSTEM", "CONNECTED_TO_AGENT", "DISCONNECTED"];

/**
 * Moves the context of a contact forward. Events come several times and in any order: each says all that it implies, and
 * the store moves nothing back.
 * @throws what the store or Amazon Connect did not carry out: the event is to come again
 */
export async function moveContext(event: ContactEvent, ports: MoveContextPorts): Promise<void> {
  if (!moving.includes(event.eventType)) return;
  const contact = await ports.describeContact(event);
  const { contextId } = contact;
  const move = moveOf(event, contact);
  if (contextId === undefined || move === undefined) return;
  const facts = {
    contactId: event.initialContactId,
    contextHash: hashContextId(contextId),
    event: event.eventType,
    status: move,
  };
  try {
    await carryOut(move, { contextId, transactionId: event.initialContactId }, ports.store);
    ports.log("info", "contact.moved", facts);
  } catch (error) {
    // Another call has it, or its time is over: no later delivery changes that.
    if (!isCallContextError(error) || error.code === "call-context.store-unavailable") throw error;
    ports.log("warn", "contact.context-missing", { ...facts, code: error.code });
  }
}

interface Use {
  readonly contextId: string;
  readonly transactionId: string;
}

async function carryOut(
  move: Move,
  { contextId, transactionId }: Use,
  store: MoveContextPorts["store"],
): Promise<void> {
  if (move === "failed") {
    await store.advance(contextId, move, { onlyUnclaimed: true });
    return;
  }
  // The flow's Lambda claims with the same ID: whichever comes first. What the caller said is not needed: it may be
  // encrypted, or not fit.
  await store.claim(contextId, transactionId).catch((error: unknown) => {
    if (!isCallContextError(error, "call-context.invalid-record")) throw error;
  });
  if (move !== "claimed") await store.advance(contextId, move, { transactionId });
}
