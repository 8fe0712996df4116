import type { Language } from "./language.ts";
import { all, counting } from "./number-words.ts";

const tens = "twenty thirty forty fifty sixty seventy eighty ninety";

export const english: Language = {
  invocation: {
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
      ],
      ...["ask", "tell", "ask for"],
    ],
    articles: ["the"],
    connectives: ["to", "for", "about", "that", "if", "whether", "and", "and ask", "and tell"],
    trailing: ["with", "using", "from", "on", "in", "via", "by using"],
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
    fillers: ["the", "of", "on"],
  },
  sentences: {
    notForASkill: "Sorry, I don't know that one.",
    skillProblem: "There was a problem with the requested skill's response.",
    contactNotAvailable: "Sorry, that contact is not available.",
    consentQuestion: (skillName, what) =>
      `Do you give ${skillName} permission to access ${what}? You can say I approve or no.`,
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
