import type { TimeOfDay } from "./hours-in-words.ts";
import {
  capital,
  type FieldFacts,
  type FieldSentences,
  type LanguageWords,
} from "./language-words.ts";

function ofAnyKind({ noun, skippable }: FieldFacts): FieldSentences {
  const orSkip = skippable ? " Or say: I don't know." : "";
  return {
    ask: `What's ${noun.yours}?`,
    reprompt: `Please tell me ${noun.yours}.${orSkip}`,
    help: `I'll pass ${noun.yours} on to whoever answers your call.${skippable ? " You can also go on without it." : ""}`,
    heard: `Okay, {value}.`,
    unclear: `Sorry, I didn't get ${noun.yours}.`,
    skipped: "No problem, we'll go on without it.",
    givenUp: `I couldn't get ${noun.yours}, so let's go on without it.`,
    needed: `Sorry, I need ${noun.yours} for the call.`,
  };
}

function spelled(facts: FieldFacts, what: string): FieldSentences {
  const { noun, skippable } = facts;
  return {
    ...ofAnyKind(facts),
    ask: `What's ${noun.yours}?${skippable ? " If you don't have it, say: I don't know." : ""}`,
    reprompt: `Please say ${noun.yours}, one ${what} at a time.${skippable ? " Or say: I don't know." : ""}`,
    help: `Say ${noun.yours} one ${what} at a time.${skippable ? " You can also go on without it." : ""}`,
    heard: `${capital(noun.yours)} is {value}.`,
    unclear: `Sorry, I didn't get a valid ${noun.bare}.`,
  };
}

function chosen(facts: FieldFacts): FieldSentences {
  const { noun, skippable } = facts;
  return {
    ...ofAnyKind(facts),
    ask: `What's ${noun.yours}: {choices}?`,
    reprompt: `You can say {choices}.${skippable ? " Or say: I don't know." : ""}`,
    help: `I'll pass ${noun.yours} on to whoever answers your call. You can say {choices}.`,
    unclear: "Sorry, I didn't get that. You can say {choices}.",
  };
}

/** Whether it is somebody else's: nobody says "your patient's name". */
function isOfSomebody(bare: string): boolean {
  return /['’]s? | of the /.test(bare);
}

/** "8:30 AM", "noon", "midnight". */
function time({ hour, minute }: TimeOfDay): string {
  if (minute === 0 && hour % 12 === 0) return hour === 12 ? "noon" : "midnight";
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes} ${hour % 24 < 12 ? "AM" : "PM"}`;
}

export const english: LanguageWords = {
  noun: (bare) => ({
    bare,
    yours: `${isOfSomebody(bare) ? "the" : "your"} ${bare}`,
    mine: `${isOfSomebody(bare) ? "the" : "my"} ${bare}`,
    the: `the ${bare}`,
    gender: "masculine",
  }),
  choiceOf: (names) => {
    const [others, last] = [names.slice(0, -1).join(", "), ...names.slice(-1)];
    if (last === undefined || others === "") return last ?? "";
    return `${others}${names.length > 2 ? "," : ""} or ${last}`;
  },
  about: (name) => `about ${name}`,
  called: {
    name: ["first name", "name"],
    "account-id": ["account ID", "account", "account number", "customer number"],
    reason: ["reason"],
    phone: ["phone number", "number"],
  },
  sentences: {
    name: (facts) => ({
      ...ofAnyKind(facts),
      reprompt: `Please tell me ${facts.noun.yours}.`,
      help: "I'll pass your name on to whoever answers your call.",
      heard: "Thanks, {value}.",
      needed: "Any name will do.",
    }),
    "account-id": (facts) => spelled(facts, "letter or digit"),
    reason: (facts) => ({
      ...ofAnyKind(facts),
      ask: "What are you calling about?",
      reprompt: "You can say {choices}.",
      help: "Tell me why you're calling, so that the right person answers. You can say {choices}.",
      unclear: "I'm not sure who can help with that. You can say {choices}.",
      givenUp: "I'll pass that on in your own words.",
    }),
    choice: chosen,
    "yes-no": (facts) => ({
      ...ofAnyKind(facts),
      reprompt: "Please say yes or no.",
      unclear: "Sorry, was that a yes or a no?",
    }),
    date: (facts) => ({
      ...ofAnyKind(facts),
      reprompt: `Please say ${facts.noun.yours} with day, month and year.`,
      heard: `${capital(facts.noun.yours)} is {value}.`,
      unclear: `Sorry, I didn't get a valid ${facts.noun.bare}.`,
    }),
    number: (facts) => ({
      ...ofAnyKind(facts),
      unclear: "Sorry, I didn't get a number that fits.",
    }),
    phone: (facts) => spelled(facts, "digit"),
    words: ofAnyKind,
  },
  yesOrNo: {
    yes: { name: "yes", synonyms: ["yeah", "yep", "yes it is", "yes please", "sure", "correct"] },
    no: { name: "no", synonyms: ["nope", "no it isn't", "no it's not", "not really"] },
  },
  labels: { name: "Caller", reason: "Reason" },
  unnamed: "A caller",
  purpose:
    "I call {company} for you. First I ask a few short questions, so that whoever answers knows who's calling and why.",
  welcome: "Welcome to {company}. A few short questions, and I'll call us for you.",
  hours: {
    days: {
      monday: "Monday",
      tuesday: "Tuesday",
      wednesday: "Wednesday",
      thursday: "Thursday",
      friday: "Friday",
      saturday: "Saturday",
      sunday: "Sunday",
    },
    everyDay: "every day",
    run: (first, last) => `${english.hours.days[first]} to ${english.hours.days[last]}`,
    and: "and",
    span: (from, to) => ` from ${time(from)} to ${time(to)}`,
    allDay: ", around the clock",
  },
  open: "We're open {hours}.",
  closed: {
    "no-call": "{company} is closed right now, so I can't call. We're open {hours}.",
    call: "{company} is closed right now, so your call may not be answered. We're open {hours}.",
  },
  confirmation: {
    ask: "Shall I call {company} {about} now?",
    reprompt: "Say yes, and I'll call {company}. Say no to change something.",
    help: "If you say yes, I'll call {company} and pass on what you told me. To change something first, say for example: my name is Ana.",
  },
  change: {
    ask: "What would you like to change? Or say: stop.",
    reprompt: "Tell me what to change, or say: stop.",
    help: "You can change anything that you told me, one thing at a time. Or say: stop.",
  },
};
