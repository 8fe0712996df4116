import { expect, test } from "@jest/globals";
import { hearReason, reasonUnclear } from "./reason.ts";

const contextId = "c1";

test("a reason that resolves is kept by its id", () => {
  const heard = hearReason({ contextId, reasonTries: 1 }, { words: "my bill", id: "billing" });
  expect(heard).toEqual({
    conversation: { contextId, reason: { id: "billing" } },
    remarks: [],
  });
});

test("a reason that does not is asked for again with the choices, then taken in the caller's words", () => {
  const first = hearReason({ contextId }, { words: "my cat" });
  const second = hearReason(first.conversation, { words: "my dog" });
  expect([first, second]).toEqual([
    { conversation: { contextId, reasonTries: 1 }, remarks: ["reason-unclear"] },
    {
      conversation: { contextId, reason: { id: "other", text: "my dog" } },
      remarks: ["reason-in-own-words"],
    },
  ]);
});

test("twice no words at all is another reason without words", () => {
  const { conversation } = reasonUnclear(reasonUnclear({ contextId }).conversation);
  expect(conversation).toEqual({ contextId, reason: { id: "other" } });
});

test.each([
  ["its id, as the dialog sends it back", { id: "billing" } as const, { words: "billing" }],
  ["a synonym of it", { id: "billing" } as const, { words: "my invoice", id: "billing" } as const],
  ["the words it was taken in", { id: "other", text: "my cat" } as const, { words: "my cat" }],
])("a known reason is no news when it comes again as %s", (_, reason, spoken) => {
  const conversation = { contextId, reason };
  expect(hearReason(conversation, spoken)).toEqual({ conversation, remarks: [] });
});

test("a correction that does not resolve is asked about, and does not leave the old reason standing", () => {
  const heard = hearReason({ contextId, reason: { id: "billing" } }, { words: "my cat" });
  expect(heard.conversation).toEqual({ contextId, reasonTries: 1 });
});
