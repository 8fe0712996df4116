import { expect, test } from "@jest/globals";
import {
  AlexaSession,
  confirm,
  deny,
  dontKnow,
  help,
  launch,
  no,
  say,
  yes,
} from "../alexa-session.ts";
import { skillUnderTest } from "../skill-under-test.ts";
import { play, type Turn } from "./play.ts";
import {
  askAccount,
  askCall,
  askChange,
  askName,
  billing,
  choices,
  everything,
  everythingHeard,
} from "./spoken-in-en-us.ts";

async function playScene(turns: readonly Turn[]) {
  const { handler, started } = skillUnderTest();
  const replies = await play(new AlexaSession({ handler }), turns);
  return { replies, last: replies.at(-1), started };
}

test("the dialog elicits slot after slot, each time with what is known, and confirms the intent once", async () => {
  const { replies } = await playScene([
    [launch],
    [say({ callerName: "ana" })],
    [say({ accountId: "a" })],
    [say({ accountId: "ab 12" })],
    [say({ reason: ["my bill", "billing"] }), askCall],
  ]);
  const slot = (name: string, value?: string) => ({
    name,
    confirmationStatus: "NONE",
    ...(value !== undefined && { value }),
  });
  const intentWith = (callerName?: string, accountId?: string, reason?: string) => ({
    name: "CallIntent",
    confirmationStatus: "NONE",
    slots: {
      callerName: slot("callerName", callerName),
      accountId: slot("accountId", accountId),
      reason: slot("reason", reason),
    },
  });
  const elicit = (slotToElicit: string, ...known: Parameters<typeof intentWith>) => [
    { type: "Dialog.ElicitSlot", slotToElicit, updatedIntent: intentWith(...known) },
  ];
  expect(replies.map(({ directives }) => directives)).toEqual([
    elicit("callerName"),
    elicit("accountId", "Ana"),
    elicit("accountId", "Ana"),
    elicit("reason", "Ana", "AB12"),
    [{ type: "Dialog.ConfirmIntent", updatedIntent: intentWith("Ana", "AB12", "billing") }],
  ]);
});

test("the dialog goes on from the session attributes when the device starts its own dialog anew", async () => {
  const { handler, started } = skillUnderTest();
  const session = new AlexaSession({ handler });
  await session.send(say({ callerName: "ana" }));
  await session.send(help);
  await session.send(say({ accountId: "AB12" }));
  expect((await session.send(billing)).speech).toBe(askCall);
  await session.send(yes);
  expect(started).toHaveLength(1);
});

test("what is to be changed is asked for with a slot that takes any words", async () => {
  const { last } = await playScene([[everything, everythingHeard], [deny]]);
  expect(last).toMatchObject({
    directives: [
      {
        type: "Dialog.ElicitSlot",
        slotToElicit: "part",
        updatedIntent: { name: "ChangeIntent", slots: { part: { name: "part" } } },
      },
    ],
    ends: false,
  });
});

test("the dialog a yes of the dialog counts for a whole intent only", async () => {
  const { last, started } = await playScene([[say({ callerName: "ana" })], [confirm, askAccount]]);
  expect(last?.ends).toBe(false);
  expect(started).toEqual([]);
});

test("the dialog a no of the dialog is a no even when the session attributes are lost", async () => {
  const { handler, started } = skillUnderTest();
  const session = new AlexaSession({ handler });
  await session.send(everything);
  session.forget();
  expect((await session.send(deny)).speech).toBe(`Okay, I won't call yet. ${askChange}`);
  expect(started).toEqual([]);
});

test("silence is answered with a shorter question", async () => {
  const { replies } = await playScene([
    [launch],
    [say({ callerName: "ana" })],
    [dontKnow],
    [billing, askCall],
    [no],
  ]);
  expect(replies.map(({ reprompt }) => reprompt)).toEqual([
    "Please tell me your first name.",
    "Please say your account ID, one letter or digit at a time. Or say: I don't know.",
    choices,
    "Say yes, and I'll call Example Support. Say no to change something.",
    "Tell me what to change, or say: stop.",
  ]);
});

test("an account ID is read back letter by letter", async () => {
  const { last } = await playScene([
    [say({ accountId: "ab 12" }), `Your account ID is AB12. ${askName}`],
  ]);
  expect(last?.ssml).toContain('<say-as interpret-as="spell-out">AB12</say-as>');
});
