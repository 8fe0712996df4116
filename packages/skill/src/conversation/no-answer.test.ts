import { expect, test } from "@jest/globals";
import type { Conversation } from "./conversation.ts";
import { hearDontKnow, hearNothing, isHopeless } from "./no-answer.ts";

const contextId = "c1";

test.each<[string, Conversation, Partial<Conversation>, readonly string[]]>([
  ["the name", { contextId, asked: "callerName" }, {}, ["any-name-will-do"]],
  [
    "the account ID",
    { contextId, asked: "accountId", accountIdTries: 1 },
    { withoutAccountId: true },
    ["without-account-id"],
  ],
  ["the reason", { contextId, asked: "reason", reasonTries: 1 }, { reason: { id: "other" } }, []],
  ["whether to call", { contextId, asked: "confirmation" }, {}, []],
  ["nothing yet", { contextId }, {}, ["any-name-will-do"]],
])("who does not know, asked for %s, is not stuck", (_, before, gained, remarks) => {
  const heard = hearDontKnow(before);
  expect(heard.remarks).toEqual(remarks);
  expect(heard.conversation).toMatchObject(gained);
  expect(heard.conversation).not.toHaveProperty("accountIdTries");
  expect(heard.conversation).not.toHaveProperty("reasonTries");
});

test.each<[string, Conversation, Partial<Conversation>, readonly string[]]>([
  ["the name", { contextId, asked: "callerName" }, { misheard: 1 }, ["misheard"]],
  [
    "the account ID",
    { contextId, asked: "accountId" },
    { accountIdTries: 1 },
    ["account-id-unclear"],
  ],
  ["the reason", { contextId, asked: "reason" }, { reasonTries: 1 }, ["reason-unclear"]],
  [
    "whether to call",
    { contextId, asked: "confirmation", misheard: 1 },
    { misheard: 2 },
    ["misheard"],
  ],
])("mumbling, asked for %s, counts as a try", (_, before, gained, remarks) => {
  const heard = hearNothing(before);
  expect(heard).toEqual({ conversation: { ...before, ...gained }, remarks });
});

test("mumbling three times in a row is hopeless", () => {
  const mumble = (conversation: Conversation) => hearNothing(conversation).conversation;
  const twice = mumble(mumble({ contextId, asked: "callerName" }));
  expect(isHopeless(twice)).toBe(false);
  expect(isHopeless(mumble(twice))).toBe(true);
});
