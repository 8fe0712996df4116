import { expect, test } from "@jest/globals";
import {
  AlexaSession,
  confirm,
  deny,
  dontKnow,
  help,
  intent,
  launch,
  mumble,
  no,
  repeat,
  say,
  startOver,
  stop,
  yes,
} from "../alexa-session.ts";
import { skillUnderTest } from "../skill-under-test.ts";
import { play, type Turn } from "./play.ts";
import {
  askAccount,
  askCall,
  askChange,
  askName,
  askReason,
  billing,
  choices,
  everything,
  everythingHeard,
} from "./spoken-in-en-us.ts";

const askCallAgain = "Say yes, and I'll call Example Support. Say no to change something.";

interface Scene {
  readonly name: string;
  readonly turns: readonly Turn[];
}

async function playScene(turns: readonly Turn[]) {
  const { handler, started, store } = skillUnderTest();
  const replies = await play(new AlexaSession({ handler }), turns);
  return { replies, last: replies.at(-1), started, store };
}

const scenesWithoutCall: readonly Scene[] = [
  {
    name: "stops at once",
    turns: [[launch], [stop, "Okay. Goodbye."]],
  },
  {
    name: "cancels instead of answering",
    turns: [
      [billing, askName],
      [intent("AMAZON.CancelIntent"), "Okay. Goodbye."],
    ],
  },
  {
    name: "goes home at the last question",
    turns: [
      [everything, everythingHeard],
      [intent("AMAZON.NavigateHomeIntent"), "Okay. Goodbye."],
    ],
  },
  {
    name: "says no, and that there is nothing to change",
    turns: [
      [everything, everythingHeard],
      [deny, `Okay, I won't call yet. ${askChange}`],
      [no, "Okay. Goodbye."],
    ],
  },
  {
    name: "has an emergency",
    turns: [
      [
        say({ reason: "an emergency" }),
        "I can't place emergency calls. In an emergency, dial 911 from a phone right away.",
      ],
    ],
  },
  {
    name: "has an emergency half-way, also where the dialog says yes",
    turns: [
      [everything, everythingHeard],
      [
        say({ reason: "call 911" }, "CONFIRMED"),
        "I can't place emergency calls. In an emergency, dial 911 from a phone right away.",
      ],
    ],
  },
  {
    name: "cannot be understood",
    turns: [
      [billing, askName],
      [mumble, `Sorry, I didn't get your first name. ${askName}`],
      [mumble, `I couldn't get your first name, so let's go on without it. ${askAccount}`],
      [mumble, `Sorry, I didn't get a valid account ID. ${askAccount}`],
      [mumble, `I couldn't get your account ID, so let's go on without it. ${askCall}`],
      [mumble, `Sorry, I didn't get that. ${askCall}`],
      [mumble, `Sorry, I didn't get that. ${askCallAgain}`],
      [mumble, "Sorry, I can't hear you well, so I didn't call. Please try again in a moment."],
    ],
  },
  {
    name: "mumbles to the question whether to call",
    turns: [
      [everything, everythingHeard],
      [mumble, `Sorry, I didn't get that. ${askCall}`],
      [mumble, `Sorry, I didn't get that. ${askCallAgain}`],
      [mumble, "Sorry, I can't hear you well, so I didn't call. Please try again in a moment."],
    ],
  },
];

test.each(scenesWithoutCall)("a caller who $name gets no call", async ({ turns }) => {
  const { last, started, store } = await playScene(turns);
  expect(last).toMatchObject({ ends: true, directives: [], attributes: {} });
  expect(started).toEqual([]);
  expect(store.records.size).toBe(0);
});

const scenesWithCall: readonly Scene[] = [
  {
    name: "asks for help with every question",
    turns: [
      [
        help,
        `I call Example Support for you. First I ask a few short questions, so that whoever answers knows who's calling and why. ${askName}`,
      ],
      [help, `I'll pass your name on to whoever answers your call. ${askName}`],
      [say({ callerName: "ana" }), `Thanks, Ana. ${askAccount}`],
      [
        help,
        `Your account ID is on your bill. Say it one letter or digit at a time. You can also go on without it. ${askAccount}`,
      ],
      [say({ accountId: "AB12" }), `Your account ID is AB12. ${askReason}`],
      [
        help,
        `Tell me why you're calling, so that the right person answers. ${choices} ${askReason}`,
      ],
      [billing, askCall],
      [
        help,
        `If you say yes, I'll call Example Support and pass on what you told me. To change something first, say for example: my name is Ana. ${askCall}`,
      ],
      [yes, "Calling Example Support about billing now."],
    ],
  },
  {
    name: "wants every question repeated",
    turns: [
      [repeat, askName],
      [say({ callerName: "ana" }), `Thanks, Ana. ${askAccount}`],
      [repeat, askAccount],
      [say({ accountId: "AB12" }), `Your account ID is AB12. ${askReason}`],
      [repeat, askReason],
      [billing, askCall],
      [repeat, `Your account ID is AB12. ${askCall}`],
      [confirm, "Calling Example Support about billing now."],
    ],
  },
  {
    name: "corrects the account ID when asked whether to call",
    turns: [
      [everything, everythingHeard],
      [say({ accountId: "cd34" }), `Your account ID is CD34. ${askCall}`],
      [confirm, "Calling Example Support about billing now."],
    ],
  },
  {
    name: "denies and corrects in one breath",
    turns: [
      [everything, everythingHeard],
      [say({ accountId: "cd34" }, "DENIED"), `Your account ID is CD34. ${askCall}`],
      [confirm, "Calling Example Support about billing now."],
    ],
  },
  {
    name: "says no and then what to change",
    turns: [
      [everything, everythingHeard],
      [no, `Okay, I won't call yet. ${askChange}`],
      [
        help,
        `You can change your name, your account ID or the reason for your call. For example, say: it's about billing. ${askChange}`,
      ],
      [mumble, "Sorry, I didn't get that. Tell me what to change, or say: stop."],
      [yes, "Tell me what to change, or say: stop."],
      [say({ callerName: "bo" }), `Thanks, Bo. ${askCall}`],
      [yes, "Calling Example Support about billing now."],
    ],
  },
  {
    name: "corrects the name while asked for the reason",
    turns: [
      [
        say({ callerName: "ana", accountId: "AB12" }),
        `Thanks, Ana. Your account ID is AB12. ${askReason}`,
      ],
      [say({ callerName: "hannah" }), `Thanks, Hannah. ${askReason}`],
      [billing, askCall],
      [yes, "Calling Example Support about billing now."],
    ],
  },
  {
    name: "starts over",
    turns: [
      [everything, everythingHeard],
      [startOver, `Okay, let's start over. ${askName}`],
      [say({ callerName: "bo" }), `Thanks, Bo. ${askAccount}`],
      [dontKnow, `No problem, we'll go on without it. ${askReason}`],
      [billing, askCall],
      [yes, "Calling Example Support about billing now."],
    ],
  },
  {
    name: "is asked for the account ID once more, and no oftener",
    turns: [
      [say({ callerName: "ana" }), `Thanks, Ana. ${askAccount}`],
      [say({ accountId: "1" }), `Sorry, I didn't get a valid account ID. ${askAccount}`],
      [
        say({ accountId: "way too long for it" }),
        `I couldn't get your account ID, so let's go on without it. ${askReason}`,
      ],
      [billing, askCall],
      [yes, "Calling Example Support about billing now."],
    ],
  },
  {
    name: "answers with something that Alexa could not make out",
    turns: [
      [say({ callerName: "ana" }), `Thanks, Ana. ${askAccount}`],
      [say({ accountId: "?" }), `Sorry, I didn't get a valid account ID. ${askAccount}`],
      [no, `No problem, we'll go on without it. ${askReason}`],
      [say({ reason: "?" }), `I'm not sure who can help with that. ${choices} ${askReason}`],
      [billing, askCall],
      [yes, "Calling Example Support about billing now."],
    ],
  },
  {
    name: "does not want to say a name at first",
    turns: [
      [launch],
      [dontKnow, `Any name will do. ${askName}`],
      [no, `No problem, we'll go on without it. ${askAccount}`],
      [yes, `Sorry, I didn't get a valid account ID. ${askAccount}`],
      [everything, everythingHeard],
      [yes, "Calling Example Support about billing now."],
    ],
  },
];

test.each(scenesWithCall)("a caller who $name gets a call all the same", async ({ turns }) => {
  const { started, replies } = await playScene(turns);
  expect(started).toHaveLength(1);
  expect(replies.slice(0, -1).every(({ ends, reprompt }) => !ends && reprompt !== "")).toBe(true);
});

test("what the caller corrected is what is stored", async () => {
  const { store } = await playScene([
    [everything, everythingHeard],
    [
      say({ callerName: "bo", accountId: "CD34", reason: ["sales", "sales"] }, "DENIED"),
      "Thanks, Bo. Your account ID is CD34. Shall I call Example Support about sales now?",
    ],
    [confirm, "Calling Example Support about sales now."],
  ]);
  expect(store.records.get("context-1")).toMatchObject({
    callerName: "Bo",
    accountId: "CD34",
    reason: { id: "sales" },
  });
});

test("a reason of no kind goes along in the caller's own words", async () => {
  const { store } = await playScene([
    [say({ callerName: "ana", accountId: "AB12" })],
    [say({ reason: "my cat" }), `I'm not sure who can help with that. ${choices} ${askReason}`],
    [
      say({ reason: "my cat & its bowl" }),
      "I'll pass that on in your own words. Shall I call Example Support now?",
    ],
    [yes, "Calling Example Support now."],
  ]);
  expect(store.records.get("context-1")?.reason).toEqual({
    id: "other",
    text: "my cat & its bowl",
  });
});
