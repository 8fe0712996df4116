import { expect, test } from "@jest/globals";
import { readConversation, without } from "./conversation.ts";

const whole = {
  contextId: "c1",
  asked: "confirmation",
  callerName: "ana",
  accountId: "AB12",
  accountIdTries: 1,
  withoutAccountId: false,
  reason: { id: "other", text: "my cat" },
  reasonTries: 1,
  misheard: 0,
  consentAsked: true,
} as const;

test("a conversation survives the way through session attributes", () => {
  expect(readConversation(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
});

test("what does not belong in it is left behind", () => {
  expect(readConversation({ contextId: "c1", callerNumber: "+12045551111" })).toEqual({
    contextId: "c1",
  });
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
  [{ contextId: "c1", accountIdTries: -1 }],
])("%j is no conversation of ours", (attributes) => {
  expect(readConversation(attributes)).toBeUndefined();
});

test("some of it can be forgotten", () => {
  expect(without(whole, "reason", "reasonTries", "asked")).toEqual({
    contextId: "c1",
    callerName: "ana",
    accountId: "AB12",
    accountIdTries: 1,
    withoutAccountId: false,
    misheard: 0,
    consentAsked: true,
  });
});
