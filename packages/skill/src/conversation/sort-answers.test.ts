import { expect, test } from "@jest/globals";
import { hearing } from "../testing/hearing.ts";
import { newConversation, type Spoken } from "./conversation.ts";
import { sortAnswers } from "./sort-answers.ts";

const asked = newConversation("context-1");

/** The values by field: the id of one that the form knows, else the words. */
function sorted(spoken: Spoken, conversation = asked) {
  const entries = Object.entries(sortAnswers(conversation, spoken, hearing));
  return Object.fromEntries(entries.map(([field, { id, words }]) => [field, id ?? words]));
}

test.each<[slot: string, words: string, answers: Readonly<Record<string, string>>]>([
  [
    "callerName",
    "hi this is sarah my account is 5 5 5 1 2 and my internet is down",
    { callerName: "sarah", accountId: "55512", reason: "technical-support" },
  ],
  [
    "callerName",
    "my name is gloria and i'm calling because my package never came",
    { callerName: "gloria", reason: "order-status" },
  ],
  ["callerName", "i was charged twice and it's really annoying", { reason: "billing" }],
  ["callerName", "billing smith", { callerName: "billing smith" }],
  ["accountId", "wait make it billing instead", { reason: "billing" }],
  ["accountId", "no my name is mary sue", { callerName: "mary sue" }],
  ["accountId", "a as in apple b as in boy 7 7 3", { accountId: "a b 7 7 3" }],
  ["accountId", "it's uh double four one two", { accountId: "4412" }],
  ["accountId", "mumble", { accountId: "mumble" }],
  ["reason", "the name is mary sue", { callerName: "mary sue" }],
  ["reason", "no wait it's 2 2 1 8", { accountId: "2218" }],
  ["reason", "my neighbor's dog", { reason: "my neighbor's dog" }],
])("what Alexa puts into %s, %j, is %j", (slot, words, answers) => {
  expect(sorted({ [slot]: { words } })).toEqual(answers);
});

test("news goes before what was known", () => {
  const known = { ...asked, answers: { accountId: "2219" }, reason: { id: "billing" } };
  const spoken = {
    accountId: { words: "2219" },
    reason: { words: "wait it's 2 2 1 8" },
  };
  expect(sorted(spoken, known)).toEqual({ accountId: "2218" });
});
