import { expect, test } from "@jest/globals";
import { createInMemoryCallContextStore, encodeContextId } from "@skill-call/call-context";
import { type ConnectEvent, createHandler } from "./lambda.ts";

const store = createInMemoryCallContextStore();
const handler = createHandler(store);

async function stored(): Promise<string> {
  const { contextId } = await store.create({
    callerName: "Ana",
    accountIdVerified: false,
    reason: { id: "billing" },
    locale: "en-US",
    callStarter: "connect",
  });
  return contextId;
}

// What flows hand over: parameters of a block, attributes of a contact, and what Connect leaves out.
test.each<[string, (id: string) => ConnectEvent, string]>([
  [
    "a context ID as a parameter",
    (contextId) => ({ Details: { Parameters: { contextId } } }),
    "true",
  ],
  [
    "a User-to-User value",
    (id) => ({ Details: { Parameters: { userToUser: encodeContextId(id) } } }),
    "true",
  ],
  [
    "a bare ID where a User-to-User value is asked for",
    (id) => ({ Details: { Parameters: { userToUser: id } } }),
    "true",
  ],
  [
    "the attribute that the skill set",
    (contextId) => ({ Details: { ContactData: { Attributes: { contextId } }, Parameters: {} } }),
    "true",
  ],
  [
    "an empty parameter beside the attribute",
    (contextId) => ({
      Details: { ContactData: { Attributes: { contextId } }, Parameters: { contextId: "" } },
    }),
    "true",
  ],
  ["no parameters at all", () => ({ Details: { ContactData: { Attributes: {} } } }), "false"],
  [
    "parameters that are null",
    () => ({ Details: { Parameters: null, ContactData: null } }),
    "false",
  ],
  [
    "empty parameters",
    () => ({ Details: { Parameters: { contextId: "", userToUser: "" } } }),
    "false",
  ],
  ["no details", () => ({}), "false"],
  ["details that are null", () => ({ Details: null }), "false"],
  [
    "an ID that nobody knows",
    () => ({ Details: { Parameters: { contextId: "0f8e6a1c2b7d4e5f" } } }),
    "false",
  ],
])("an event with %s", async (_, event, known) => {
  expect(await handler(event(await stored()))).toMatchObject({ known });
});
