import { expect, test } from "@jest/globals";
import { hangup } from "../actions/hangup.ts";
import { answer } from "./answer.ts";

test("an answer without attributes leaves those of the service as they are", () => {
  expect(answer([hangup()])).toEqual({
    SchemaVersion: "1.0",
    Actions: [{ Type: "Hangup", Parameters: {} }],
  });
});

test("an empty map of attributes is sent, for it erases", () => {
  expect(answer([], {})).toEqual({ SchemaVersion: "1.0", Actions: [], TransactionAttributes: {} });
});

test("two answers share nothing that could leak from one call into the next", () => {
  const actions = [hangup()];
  const attributes = { tries: "1" };
  const first = answer(actions, attributes);
  actions.push(hangup({ callId: "call-b" }));
  attributes.tries = "2";
  expect(first.Actions).toHaveLength(1);
  expect(first.TransactionAttributes).toEqual({ tries: "1" });
});
