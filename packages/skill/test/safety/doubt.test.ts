import { expect, test } from "@jest/globals";
import { catalogFor } from "../../src/testing/catalog-for.ts";
import { spokenOf } from "../../src/testing/spoken-of.ts";
import {
  AlexaSession,
  confirm,
  deny,
  dontKnow,
  help,
  intent,
  launch,
  type Move,
  mumble,
  no,
  repeat,
  say,
  startOver,
  stop,
  yes,
} from "../alexa-session.ts";
import { play, type Turn } from "../conversations/play.ts";
import {
  askAccount,
  askCall,
  askChange,
  askName,
  askReason,
  billing,
  choices,
  everything,
} from "../conversations/spoken-in-en-us.ts";
import { skillUnderTest } from "../skill-under-test.ts";
import { openMic } from "../spoken/open-mic.ts";
import { locales, phrasesIn } from "./phrases.ts";

const isIt = "If anyone is in danger, dial 911 from a phone now. Is this an emergency right now?";
const dial = "I can't place emergency calls. In an emergency, dial 911 from a phone right away.";
const smoke = say({ reason: "smoke" });

/** How the skill is opened, as docs/conversation.md has it. */
const opening = {
  "en-US": "open example support",
  "en-CA": "open example support",
  "es-US": "abre example support",
  "fr-CA": "ouvre example support",
} as const;

function sessionIn(locale = "en-US") {
  const skill = skillUnderTest();
  return { ...skill, session: new AlexaSession({ handler: skill.handler, locale }) };
}

test.each(locales)("every doubtful phrase is asked about in %s", async (locale) => {
  const { emergencyQuestion } = catalogFor(locale);
  const { handler } = skillUnderTest();
  for (const phrase of phrasesIn(locale).doubtful) {
    const session = new AlexaSession({ handler, locale });
    const { speech, ends } = await session.send(say({ reason: phrase }));
    expect([phrase, speech, ends]).toEqual([phrase, spokenOf(emergencyQuestion.ask.markup), false]);
  }
});

test.each<[string, Move]>([
  ["yes", yes],
  ["yes to a dialog that is over", confirm],
  ["I don't know", dontKnow],
  ["the same again", smoke],
  ["that the house is on fire", say({ reason: "my house is on fire" })],
  ["it in the model's own words", intent("EmergencyIntent")],
])("who answers %s hears the number, and the session ends", async (_, move) => {
  const { session, started, store } = sessionIn();
  const [asked, answered] = await play(session, [
    [smoke, isIt],
    [move, dial],
  ]);
  expect(asked).toMatchObject({
    ends: false,
    reprompt: "Is this an emergency right now? Please say yes or no.",
  });
  expect(answered).toMatchObject({ ends: true, attributes: {} });
  expect(started).toEqual([]);
  expect(store.records.size).toBe(0);
});

const backToWhereTheyWere: readonly (readonly [string, readonly Turn[]])[] = [
  [
    "before any question",
    [
      [smoke, isIt],
      [no, askName],
    ],
  ],
  [
    "asked for the name",
    [
      [launch],
      [say({ callerName: "help me" }), isIt],
      [no, `Sorry, I didn't get your first name. ${askName}`],
    ],
  ],
  [
    "asked for the account ID",
    [
      [say({ callerName: "ana" }), `Thanks, Ana. ${askAccount}`],
      [smoke, isIt],
      [no, askAccount],
    ],
  ],
  [
    "asked for the reason",
    [
      [say({ callerName: "ana", accountId: "AB12" })],
      [smoke, isIt],
      [no, `I'm not sure who can help with that. ${choices} ${askReason}`],
      [smoke, `I'll pass that on in your own words. Shall I call Example Support now?`],
    ],
  ],
  [
    "asked whether to call",
    [
      [everything],
      [say({ accountId: "police" }), isIt],
      [deny, `Your account ID is POLICE. ${askCall}`],
    ],
  ],
  [
    "asked what to change",
    [
      [everything],
      [deny, `Okay, I won't call yet. ${askChange}`],
      [say({ callerName: "gas" }), isIt],
      [no, `Thanks, Gas. ${askCall}`],
    ],
  ],
  [
    "with a whole answer beside it",
    [
      [say({ callerName: "ana", accountId: "AB12", reason: "smoke" }), isIt],
      [
        no,
        `Thanks, Ana. Your account ID is AB12. I'm not sure who can help with that. ${choices} ${askReason}`,
      ],
      [billing, askCall],
    ],
  ],
  [
    "and give the answer at once",
    [[say({ callerName: "ana", accountId: "AB12" })], [smoke, isIt], [billing, askCall]],
  ],
  [
    "after they were asked twice",
    [
      [smoke, isIt],
      [
        mumble,
        `I can't place emergency calls. If it isn't an emergency, say no, and we'll go on where we were. ${isIt}`,
      ],
      [no, askName],
    ],
  ],
  [
    "and start over",
    [
      [everything],
      [smoke, isIt],
      [startOver, `Okay, let's start over. ${askName}`],
      [yes, `Sorry, I didn't get your first name. ${askName}`],
    ],
  ],
  [
    "and open the skill again",
    [[smoke, isIt], [launch], [yes, `Sorry, I didn't get your first name. ${askName}`]],
  ],
];

test.each(backToWhereTheyWere)("who has no emergency goes on: %s", async (_, turns) => {
  const { session } = sessionIn();
  const replies = await play(session, turns);
  expect(replies.at(-1)?.ends).toBe(false);
});

test("who says in so many words that it is none goes on, too", async () => {
  const { session } = sessionIn();
  await play(session, [
    [say({ callerName: "ana", accountId: "AB12" })],
    [smoke, isIt],
    [intent("NoEmergencyIntent"), `I'm not sure who can help with that. ${choices} ${askReason}`],
  ]);
});

test.each(locales)("a denial is heard as one, as it is said, in %s", async (locale) => {
  const { emergencyQuestion, farewells, remark } = catalogFor(locale);
  const alarms = [emergencyQuestion.ask, farewells.emergency, farewells.crisis];
  const mic = await openMic({ locale });
  try {
    expect((await mic.say(opening[locale])).sessionOpen).toBe(true);
    for (const phrase of phrasesIn(locale).denied) {
      const { speech } = await mic.say(phrase);
      const isRight = speech.startsWith(spokenOf(remark("no-emergency").markup));
      const heard = alarms.filter(({ markup }) => speech.includes(spokenOf(markup)));
      expect([phrase, isRight, heard]).toEqual([phrase, true, []]);
    }
  } finally {
    await mic.close();
  }
});

test("nothing is lost on the way: the call is placed with what was said", async () => {
  const { session, started, store } = sessionIn();
  await play(session, [
    [everything],
    [say({ accountId: "police" }), isIt],
    [no, `Your account ID is POLICE. ${askCall}`],
    [yes, "Calling Example Support about billing now."],
  ]);
  expect(started).toHaveLength(1);
  expect(store.records.get("context-1")).toMatchObject({
    callerName: "Ana",
    accountId: "POLICE",
    reason: { id: "billing" },
  });
});

test.each([mumble, help, repeat, intent("CallIntent"), say({})])(
  "who is not understood is asked once more, then told the number",
  async (move) => {
    const { session, started } = sessionIn();
    const replies = await play(session, [[everything], [smoke, isIt], [move], [move, dial]]);
    expect(replies.map(({ ends }) => ends)).toEqual([false, false, false, true]);
    expect(replies[2]?.speech).toContain(isIt);
    expect(started).toEqual([]);
  },
);

test("who stops is let go", async () => {
  const { session } = sessionIn();
  await play(session, [
    [smoke, isIt],
    [stop, "Okay. Goodbye."],
  ]);
});

test("a doubtful crisis is answered with both numbers", async () => {
  const { session } = sessionIn();
  const { farewells } = catalogFor("en-US");
  await play(session, [
    [say({ reason: "my purple cat says that i want to kill myself" }), isIt],
    [yes, spokenOf(farewells.crisis.markup)],
  ]);
});

test("Socorro can say her name", async () => {
  const { session } = sessionIn("es-US");
  const { emergencyQuestion } = catalogFor("es-US");
  await play(session, [
    [launch],
    [say({ callerName: "Socorro" }), spokenOf(emergencyQuestion.ask.markup)],
    [no, "Gracias, Socorro. ¿Cuál es tu número de cuenta? Si no lo tienes, di: no lo sé."],
    [say({ accountId: "AB12" }), "Tu número de cuenta es AB12. ¿Cuál es el motivo de tu llamada?"],
  ]);
});
