import { expect, test } from "@jest/globals";
import { botFor, intentResult } from "./bots.ts";

const arn = "arn:aws:lex:us-east-1:123456789012:bot-alias/BOT/ALIAS";
const hotel = { intent: "BookHotel" };
const nothing = { intent: "FallbackIntent" };

test.each([
  ["the bot of the alias", { [arn]: hotel, default: nothing }, hotel],
  ["any other's", { default: nothing }, nothing],
  ["none", {}, undefined],
])("%s talks", (_who, bots, bot) => {
  expect(botFor(bots, arn)).toEqual(bot);
});

test("what a conversation came to has the shape of the guide's sample", () => {
  const script = {
    intent: "BookHotel",
    slots: { City: "Boston", Nights: null },
    sessionAttributes: { b: "2" },
  };
  const conversation = { sessionId: "s-1", sessionAttributes: { a: "1", b: "1" } };
  const intent = {
    Name: "BookHotel",
    Slots: {
      City: {
        Value: { OriginalValue: "Boston", InterpretedValue: "Boston", ResolvedValues: ["Boston"] },
        Values: [],
      },
      Nights: null,
    },
    State: "Fulfilled",
    ConfirmationState: "None",
  };
  expect(intentResult(script, conversation)).toEqual({
    SessionId: "s-1",
    SessionState: { SessionAttributes: { a: "1", b: "2" }, Intent: intent },
    Interpretations: [{ NluConfidence: { Score: "1.0" }, Intent: intent }],
  });
});
