import { AmazonConnectApp } from "@amazon-connect/app";
import { ContactClient } from "@amazon-connect/contact";
import { Desk } from "./desk.ts";

const { element } = new Desk();
/** The contact whose call is shown, or is about to be. */
let current: string | undefined;

const { provider } = AmazonConnectApp.init({
  // The workspace waits for it, and for nothing that may fail.
  onCreate: async ({ context: { scope } }) => {
    if (scope !== undefined && "contactId" in scope) void showContact(scope.contactId);
  },
});
const contacts = new ContactClient(provider);
contacts.onConnected(({ contactId }) => showContact(contactId));
contacts.onCleared(async ({ contactId }) => {
  if (contactId === current) clear();
});

async function showContact(contactId: string): Promise<void> {
  if (contactId === current) return;
  // Nobody looks at the caller before while the workspace looks for this one.
  if (current !== undefined) clear();
  current = contactId;
  const contextId = await contextOf(contactId);
  if (contactId === current && contextId) element.contextId = contextId;
}

function clear(): void {
  current = undefined;
  element.contextId = undefined;
}

/** Contacts that did not start in the skill have none. */
async function contextOf(contactId: string): Promise<string | undefined> {
  try {
    return await contacts.getAttribute(contactId, "contextId");
  } catch {
    provider.sendError(
      "The attribute contextId cannot be read: is Contact.Attributes.View allowed?",
    );
    return undefined;
  }
}
