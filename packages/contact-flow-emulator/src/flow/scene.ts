import type { Contact } from "../contact/contact.ts";
import type { Instance } from "../instance/instance.ts";
import type { Leg } from "../lines/leg.ts";
import type { Notice } from "./notice.ts";

/** What a flow runs in: a contact, and who hears it. */
export interface Scene {
  readonly instance: Instance;
  readonly contact: Contact;
  /** Whom the flow speaks to; a task has nobody. */
  readonly leg: Leg | undefined;
  readonly hears: "customer" | "agent";
  /** Ends the flow from outside: an agent is free, the contact is stopped. */
  readonly stopped?: AbortSignal;
}

export function tell({ instance, contact }: Scene, notice: Notice): void {
  instance.tell(contact.id, notice);
}
