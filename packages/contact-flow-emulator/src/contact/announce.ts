import type { Instance } from "../instance/instance.ts";
import type { Contact } from "./contact.ts";
import { type ContactEventType, contactEvent } from "./contact-event.ts";

/** Sends an event of a contact, as EventBridge would deliver it. */
export function announce(type: ContactEventType, contact: Contact, instance: Instance): void {
  instance.contactEvent(contactEvent(type, contact, instance.clock.now()));
}
