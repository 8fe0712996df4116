import { expect, test } from "@jest/globals";
import { conversationWith } from "../testing/hearing.ts";
import { hearReason, reasonUnclear, turnOfReason } from "./reason.ts";

const reasonField = {
  id: "reason",
  kind: "reason",
  required: true,
  skippable: true,
  asked: 2,
  sensitive: false,
  readBack: false,
} as const;
const field = { field: reasonField, isTurn: true };

test("a reason that resolves is kept by its id", () => {
  const before = conversationWith({ tries: { reason: 1 } });
  expect(hearReason(before, { words: "my bill", id: "billing" }, field)).toEqual({
    conversation: conversationWith({ reason: { id: "billing" } }),
    remarks: [],
  });
});

test("a reason that does not is asked for again with the choices, then taken in the caller's words", () => {
  const first = hearReason(conversationWith(), { words: "my cat" }, field);
  const second = hearReason(first.conversation, { words: "my dog" }, field);
  expect([first, second]).toEqual([
    {
      conversation: conversationWith({ tries: { reason: 1 }, reasonSaid: "my cat" }),
      remarks: [{ field: "reason", says: "unclear" }],
    },
    {
      conversation: conversationWith({ reason: { id: "other", text: "my dog" } }),
      remarks: [{ field: "reason", says: "givenUp" }],
    },
  ]);
});

test("twice no words at all is another reason without words", () => {
  const once = reasonUnclear(conversationWith(), reasonField).conversation;
  expect(reasonUnclear(once, reasonField).conversation).toEqual(
    conversationWith({ reason: { id: "other" } }),
  );
});

test.each([
  ["its id, as the dialog sends it back", { id: "billing" }, { words: "billing" }],
  ["a synonym of it", { id: "billing" }, { words: "my invoice", id: "billing" }],
  ["the words it was taken in", { id: "other", text: "my cat" }, { words: "my cat" }],
])("a known reason is no news when it comes again as %s", (_, reason, spoken) => {
  const conversation = conversationWith({ reason });
  expect(hearReason(conversation, spoken, field)).toEqual({ conversation, remarks: [] });
});

test("a correction that does not resolve is asked about, and does not leave the old reason standing", () => {
  const before = conversationWith({ reason: { id: "billing" } });
  const { conversation } = hearReason(before, { words: "my cat" }, field);
  expect(conversation).toEqual(conversationWith({ tries: { reason: 1 }, reasonSaid: "my cat" }));
});

test("a reason that does not resolve and comes before its turn is asked about when that has come", () => {
  const early = { field: reasonField, isTurn: false };
  const { conversation, remarks } = hearReason(conversationWith(), { words: "my cat" }, early);
  expect(conversation).toEqual(conversationWith({ reasonSaid: "my cat" }));
  expect(remarks).toEqual([]);
  expect(turnOfReason(conversation, reasonField)).toEqual({
    conversation: conversationWith({ reasonSaid: "my cat", tries: { reason: 1 } }),
    remarks: [{ field: "reason", says: "unclear" }],
  });
  expect(turnOfReason(conversationWith(), reasonField).remarks).toEqual([]);
});
