import { expect, test } from "@jest/globals";
import { exampleForm } from "../testing/example-form.ts";
import { conversationWith } from "../testing/hearing.ts";
import type { Conversation } from "./conversation.ts";
import { hearDontKnow, hearNothing, isHopeless, unclear } from "./no-answer.ts";
import type { Remark } from "./remark.ts";

const says = (field: string, says: "unclear" | "skipped" | "givenUp" | "needed"): Remark => ({
  field,
  says,
});

test.each<[string, Partial<Conversation>, Partial<Conversation>, readonly Remark[]]>([
  [
    "the name",
    { asked: "callerName" },
    { tries: { callerName: 1 } },
    [says("callerName", "needed")],
  ],
  [
    "the name again",
    { asked: "callerName", tries: { callerName: 1 } },
    { tries: {}, skipped: ["callerName"] },
    [says("callerName", "skipped")],
  ],
  [
    "the account ID",
    { asked: "accountId", tries: { accountId: 1 } },
    { tries: {}, skipped: ["accountId"] },
    [says("accountId", "skipped")],
  ],
  [
    "the reason",
    { asked: "reason", tries: { reason: 1 } },
    { tries: {}, reason: { id: "other" } },
    [],
  ],
  [
    "the reason, of which something was said before",
    { asked: "reason", tries: { reason: 1 }, reasonSaid: "my cat" },
    { tries: {}, reason: { id: "other", text: "my cat" } },
    [],
  ],
  ["whether to call", { asked: "confirmation" }, {}, []],
  ["nothing yet", {}, { tries: { callerName: 1 } }, [says("callerName", "needed")]],
])("who does not know, asked for %s, is not stuck", (_, before, gained, remarks) => {
  const heard = hearDontKnow(exampleForm, conversationWith(before));
  expect(heard.remarks).toEqual(remarks);
  expect(heard.conversation).toMatchObject(gained);
});

test.each<[string, Partial<Conversation>, Partial<Conversation>, readonly Remark[]]>([
  [
    "the name",
    { asked: "callerName" },
    { tries: { callerName: 1 } },
    [says("callerName", "unclear")],
  ],
  [
    "the account ID",
    { asked: "accountId" },
    { tries: { accountId: 1 } },
    [says("accountId", "unclear")],
  ],
  ["the reason", { asked: "reason" }, { tries: { reason: 1 } }, [says("reason", "unclear")]],
  ["whether to call", { asked: "confirmation", misheard: 1 }, { misheard: 2 }, ["misheard"]],
])("mumbling, asked for %s, counts as a try", (_, before, gained, remarks) => {
  const heard = hearNothing(exampleForm, conversationWith(before));
  expect(heard).toEqual({ conversation: conversationWith({ ...before, ...gained }), remarks });
});

test("mumbling three times in a row is hopeless", () => {
  const mumble = (conversation: Conversation) =>
    hearNothing(exampleForm, conversation).conversation;
  const twice = mumble(mumble(conversationWith({ asked: "confirmation" })));
  expect(isHopeless(exampleForm, twice)).toBe(false);
  expect(isHopeless(exampleForm, mumble(twice))).toBe(true);
});

const accountId = { ...basicsOf("accountId"), kind: "words", check: { length: [1, 9] } } as const;

function basicsOf(id: string) {
  return { id, required: false, skippable: true, asked: 3, sensitive: false, readBack: true };
}

test("a field is asked for as often as the form says; then the call goes on without it", () => {
  const first = unclear(conversationWith(), accountId);
  const second = unclear(first.conversation, accountId);
  const third = unclear(second.conversation, accountId);
  expect([first, second, third]).toEqual([
    {
      conversation: conversationWith({ tries: { accountId: 1 } }),
      remarks: [says("accountId", "unclear")],
    },
    {
      conversation: conversationWith({ tries: { accountId: 2 } }),
      remarks: [says("accountId", "unclear")],
    },
    {
      conversation: conversationWith({ skipped: ["accountId"] }),
      remarks: [says("accountId", "givenUp")],
    },
  ]);
});

test("without a required field there is no call: after the last try it is hopeless", () => {
  const required = { ...accountId, required: true, skippable: false, asked: 2 };
  const form = { ...exampleForm, fields: [required] };
  const once = unclear(conversationWith(), required).conversation;
  expect(isHopeless(form, once)).toBe(false);
  expect(isHopeless(form, unclear(once, required).conversation)).toBe(true);
});
