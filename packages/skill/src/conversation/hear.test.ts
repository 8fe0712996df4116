import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { conversationWith, hearing } from "../testing/hearing.ts";
import { hear } from "./hear.ts";

const words = (text: string) => ({ words: text });

test("one sentence may answer everything", () => {
  const spoken = {
    callerName: words("ana"),
    accountId: words("ab12"),
    reason: { words: "sales", id: "sales" },
  };
  expect(hear(conversationWith({ misheard: 2 }), spoken, hearing)).toEqual({
    conversation: conversationWith({
      answers: { callerName: "Ana", accountId: "AB12" },
      reason: { id: "sales" },
    }),
    remarks: [
      { field: "callerName", says: "heard", value: "Ana" },
      { field: "accountId", says: "heard", value: "AB12" },
    ],
  });
});

test("nothing said is no news", () => {
  const conversation = conversationWith({ answers: { callerName: "ana" }, misheard: 1 });
  const heard = hear(conversation, {}, hearing);
  expect(heard.conversation).toBe(conversation);
  expect(heard.remarks).toEqual([]);
});

test("an account ID is kept in its canonical form and read back; what was tried for it is forgotten", () => {
  const before = conversationWith({ tries: { accountId: 2 } });
  expect(hear(before, { accountId: words("a b 1 2") }, hearing)).toEqual({
    conversation: conversationWith({ answers: { accountId: "AB12" } }),
    remarks: [{ field: "accountId", says: "heard", value: "AB12" }],
  });
});

test("the ID that is known is no news, however it is spelled", () => {
  const conversation = conversationWith({ answers: { accountId: "AB12" } });
  const heard = hear(conversation, { accountId: words("ab 12") }, hearing);
  expect(heard).toEqual({ conversation, remarks: [] });
});

test("an ID that is found after all replaces having none", () => {
  const before = conversationWith({ skipped: ["accountId"] });
  const { conversation } = hear(before, { accountId: words("AB12") }, hearing);
  expect(conversation).toEqual(conversationWith({ answers: { accountId: "AB12" } }));
});

test("a correction that cannot be used takes the old ID away: it was wrong", () => {
  const before = conversationWith({ answers: { accountId: "AB12" } });
  const { conversation } = hear(before, { accountId: words("1") }, hearing);
  expect(conversation).toEqual(conversationWith({ tries: { accountId: 1 } }));
});

test("what was heard once is no news the second time, whatever it was", () => {
  const text = fc.string({ minLength: 1, maxLength: 12 }).map(words);
  const spoken = fc.record(
    { callerName: text, accountId: text, reason: text },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(spoken, (said) => {
      const { conversation } = hear(conversationWith({ tries: { reason: 1 } }), said, hearing);
      const { answers, reason } = conversation;
      const echo = {
        ...Object.fromEntries(
          Object.entries(answers).map(([id, value]) => [id, words(String(value))]),
        ),
        ...(reason !== undefined && { reason: words(reason.text ?? reason.id) }),
      };
      expect(hear(conversation, echo, hearing).conversation).toBe(conversation);
    }),
  );
});
