import { expect, test } from "@jest/globals";
import { exampleForm } from "../testing/example-form.ts";
import { conversationWith } from "../testing/hearing.ts";
import { conversationReader, sessionAttributes } from "./session-attributes.ts";

const readConversation = conversationReader(exampleForm);

const whole = conversationWith({
  asked: "confirmation",
  answers: { callerName: "ana", accountId: "AB12" },
  tries: { reason: 1 },
  skipped: ["accountId"],
  reason: { id: "other", text: "my cat" },
  misheard: 0,
  consentAsked: true,
});

test("a conversation survives the way through session attributes", () => {
  expect(readConversation(JSON.parse(JSON.stringify(sessionAttributes(whole))))).toEqual(whole);
});

test("answers stand in the attributes by the ids of their fields, where other people's checks read them", () => {
  expect(sessionAttributes(whole)).toEqual({
    contextId: "c1",
    asked: "confirmation",
    callerName: "ana",
    accountId: "AB12",
    reason: { id: "other", text: "my cat" },
    tries: { reason: 1 },
    without: ["accountId"],
    misheard: 0,
    consentAsked: true,
  });
  expect(sessionAttributes(conversationWith())).toEqual({ contextId: "c1" });
});

test("what does not belong in it is left behind", () => {
  expect(readConversation({ contextId: "c1", callerNumber: "+12045551111" })).toEqual(
    conversationWith(),
  );
});

test.each([
  [undefined],
  [null],
  [{}],
  ["{}"],
  [{ contextId: 1 }],
  [{ contextId: "no context ID" }],
  [{ contextId: "c1", asked: "shoe size" }],
  [{ contextId: "c1", reason: { id: "gardening" } }],
  [{ contextId: "c1", tries: { accountId: -1 } }],
  [{ contextId: "c1", callerName: 7 }],
])("%j is no conversation of ours", (attributes) => {
  expect(readConversation(attributes)).toBeUndefined();
});

test("a session that began with the version before the call form goes on", () => {
  expect(readConversation({ contextId: "c1", callerName: "ana", withoutAccountId: true })).toEqual(
    conversationWith({ answers: { callerName: "ana" }, skipped: ["accountId"] }),
  );
});
