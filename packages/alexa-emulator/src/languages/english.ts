import { clockPhrases } from "./clock-phrases.ts";
import { around } from "./date-words.ts";
import type { Language } from "./language.ts";
import { all, counting, same } from "./number-words.ts";
import { englishLists } from "./word-lists.ts";

const tens = "twenty thirty forty fifty sixty seventy eighty ninety";

export const english: Language = {
  invocation: {
    wakeWords: ["alexa"],
    openings: ["please", "can you", "could you", "i want to", "i would like to", "i'd like to"],
    closings: ["please"],
    verbs: [
      ...[
        "open",
        "launch",
        "start",
        "begin",
        "run",
        "load",
        "use",
        "resume",
        "talk to",
        "speak to",
        "play",
        "search",
      ],
      ...["ask", "tell", "ask for"],
    ],
    articles: ["the"],
    connectives: ["to", "for", "about", "that", "if", "whether", "and", "and ask", "and tell"],
    trailing: [
      ...["with", "using", "from", "on", "in", "via", "by using", "by asking", "through", "at"],
    ],
  },
  builtInUtterances: {
    "AMAZON.CancelIntent": ["cancel", "never mind", "forget it", "cancel that"],
    "AMAZON.HelpIntent": ["help", "help me", "can you help me", "what can i say", "i need help"],
    "AMAZON.StopIntent": ["stop", "off", "shut up", "stop it"],
    "AMAZON.NavigateHomeIntent": ["go home", "home", "navigate home"],
    "AMAZON.YesIntent": [
      ...["yes", "yes please", "sure", "yeah", "yep", "ok", "okay", "correct", "that's right"],
      ...["right", "go ahead", "please do", "do it"],
    ],
    "AMAZON.NoIntent": [
      "no",
      "no thanks",
      "no thank you",
      "nope",
      "not now",
      "don't",
      "that's wrong",
    ],
    "AMAZON.RepeatIntent": [
      ...["repeat", "say that again", "repeat that", "can you repeat that"],
      ...["what did you say", "say it again", "pardon"],
    ],
    "AMAZON.StartOverIntent": ["start over", "restart", "start again"],
    "AMAZON.MoreIntent": ["more"],
    "AMAZON.NextIntent": ["next", "skip", "skip forward"],
    "AMAZON.PreviousIntent": ["go back", "previous", "skip back", "back up"],
    "AMAZON.PauseIntent": ["pause", "pause that"],
    "AMAZON.ResumeIntent": ["resume", "continue", "keep going"],
    "AMAZON.LoopOnIntent": ["loop", "loop on"],
    "AMAZON.LoopOffIntent": ["loop off"],
    "AMAZON.ShuffleOnIntent": ["shuffle", "shuffle on", "shuffle mode"],
    "AMAZON.ShuffleOffIntent": ["shuffle off", "stop shuffling", "turn off shuffle"],
  },
  exit: ["exit", "quit"],
  approval: ["i approve", "approve"],
  numbers: {
    values: new Map([
      ...counting("zero one two three four five six seven eight nine ten eleven twelve", 0),
      ...counting("thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 13),
      ...counting(tens, 20, 10),
      ["oh", 0],
    ]),
    room: new Map(all(tens, 10)),
    multipliers: new Map([
      ["hundred", 100],
      ["thousand", 1000],
    ]),
    scores: [],
    joints: ["and"],
    marks: new Map([
      ["dash", "-"],
      ["hyphen", "-"],
      ["dot", "."],
      ["period", "."],
      ["point", "."],
    ]),
    repeats: new Map([...all("double", 2), ...all("triple", 3)]),
  },
  dates: {
    months: [
      ...["january", "february", "march", "april", "may", "june"],
      ...["july", "august", "september", "october", "november", "december"],
    ],
    ordinals: new Map([
      ...counting("first second third fourth fifth sixth seventh eighth ninth tenth", 1),
      ...counting("eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth", 11),
      ...counting("eighteenth nineteenth twentieth", 18),
      ["thirtieth", 30],
    ]),
    ordinalEndings: ["st", "nd", "rd", "th"],
    fillers: ["the", "of", "on"],
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    seasons: new Map([
      ["spring", "SP"],
      ["summer", "SU"],
      ["autumn", "FA"],
      ["fall", "FA"],
      ["winter", "WI"],
    ]),
    next: ["next", "this coming", "coming"],
    current: ["this"],
    last: ["last"],
    relative: new Map([
      ["now", { unit: "now", offset: 0 }],
      ["right now", { unit: "now", offset: 0 }],
      ...around("day", "yesterday", "today, tonight", "tomorrow"),
      ["day before yesterday", { unit: "day", offset: -2 }],
      ["day after tomorrow", { unit: "day", offset: 2 }],
      ...around("week", "last week", "this week", "next week"),
      ...around("weekend", "last weekend", "this weekend, weekend", "next weekend"),
      ...around("month", "last month", "this month", "next month"),
      ...around("year", "last year", "this year", "next year"),
      ...around("decade", "last decade", "this decade", "next decade"),
    ]),
  },
  times: {
    clock: clockPhrases(
      "(?: (?:in the |at )?(?<part>a m|p m|am|pm|morning|afternoon|evening|night))?",
      [
        ["(?:at )?(?<h>\\d{1,2})(?: (?<m>\\d{2}|0 \\d))?(?: o clock)?"],
        ["(?:at )?(?<m>\\d{1,2})(?: minutes)? (?:past|after) (?<h>\\d{1,2})"],
        ["(?:at )?(?<to>\\d{1,2})(?: minutes)? (?:to|before|till|of) (?<h>\\d{1,2})"],
        ["(?:at )?half past (?<h>\\d{1,2})", 30],
        ["(?:at )?(?:a )?quarter (?:past|after) (?<h>\\d{1,2})", 15],
        ["(?:at )?(?:a )?quarter (?:to|before|till|of) (?<h>\\d{1,2})", -15],
      ],
    ),
    parts: new Map([
      ...same(["a m", "am", "morning"], "am"),
      ...same(["p m", "pm", "afternoon", "evening"], "pm"),
      ["night", "night"],
    ]),
    named: new Map([
      ...same(["noon", "midday", "at noon"], "12:00"),
      ...same(["midnight", "at midnight"], "00:00"),
      ...same(["morning", "in the morning", "this morning"], "MO"),
      ...same(["afternoon", "in the afternoon", "this afternoon"], "AF"),
      ...same(["evening", "in the evening", "this evening"], "EV"),
      ...same(["night", "at night", "tonight"], "NI"),
    ]),
    units: new Map([
      ...same(["second", "seconds"], "TS"),
      ...same(["minute", "minutes", "min"], "TM"),
      ...same(["hour", "hours"], "TH"),
      ...same(["day", "days"], "D"),
      ...same(["week", "weeks"], "W"),
      ...same(["month", "months"], "M"),
      ...same(["year", "years"], "Y"),
    ]),
    one: ["a", "an"],
    half: ["half an", "half a", "a half"],
    andAHalf: ["and a half"],
  },
  decimals: { point: ["point"], minus: ["minus", "negative"] },
  lists: englishLists,
  sentences: {
    notForASkill: "Sorry, I don't know that one.",
    skillProblem: "There was a problem with the requested skill's response.",
    contactNotAvailable: "Sorry, that contact is not available.",
    consentQuestion: (skillName, what) =>
      `Do you give ${skillName} permission to access ${what}? You can say I approve or no.`,
    consentNotUnderstood: "Sorry, I did not get that. You can say I approve or no.",
    purchaseQuestion: (errand, what) => {
      if (errand === "AskFor") return `Do you want to allow ${what}?`;
      return errand === "Cancel" ? `Do you want to cancel ${what}?` : `Do you want to buy ${what}?`;
    },
    consentGiven: "Thank you.",
    consentDenied: "OK. You can change this at any time in the Alexa app.",
    scopes: new Map([
      ["alexa::profile:mobile_number:read", "your mobile number"],
      ["alexa::profile:given_name:read", "your first name"],
      ["alexa::profile:name:read", "your name"],
      ["alexa::profile:email:read", "your email address"],
    ]),
  },
};
