import type { FieldKind } from "../form/field.ts";
import type { Noun } from "../sentences/language-words.ts";
import {
  crossed,
  type FieldPhrases,
  type Grammar,
  type ReasonPhrases,
  shortestFirst,
} from "./grammar.ts";

const wants = ["i want to", "i'd like to", "i need to"];

const reason: ReasonPhrases = {
  wishes: [
    ...["call {…}", "call about {…}", "call for {…}", "call because of {…}"],
    ...["call someone about {…}", "call them about {…}", "call support about {…}"],
    ...["call the {…} department", "call the {…} team"],
    ...["make a call about {…}", "place a call about {…}"],
    ...["connect me to {…}", "connect me with {…}", "connect me to the {…} department"],
    ...["connect me to the {…} team", "connect me to someone about {…}"],
    ...["put me through to {…}", "put me through to the {…} department", "transfer me to {…}"],
    ...["get me {…}", "talk to {…}", "talk to someone about {…}"],
    ...["speak to {…}", "speak to someone about {…}"],
    ...crossed(wants, ["call {…}", "call about {…}", "talk to {…}", "talk to someone about {…}"]),
  ],
  joined: ["call {…}", "call about {…}"],
  statements: [
    ...["i'm calling about {…}", "it's about {…}", "i have a question about {…}"],
    "i have a problem with {…}",
  ],
  others: [
    ...["i need help with {…}", "help me with {…}", "i am calling about {…}"],
    ...["i'm calling because of {…}", "it is about {…}", "about {…}", "the reason is {…}"],
    ...["no it's about {…}", "no it is about {…}", "no the reason is {…}"],
    ...["no i'm calling about {…}", "no i meant {…}", "actually it's about {…}"],
    "change the reason to {…}",
  ],
  tails: ["calling about {…}"],
  answers: [
    ...["{…}", "it's {…}", "it is {…}", "i need {…}", "i want {…}", "because of {…}", "for {…}"],
    ...["it's because of {…}", "i think it's {…}", "{…} please"],
  ],
};

const name: FieldPhrases = {
  statements: ["my name is {…}", "i'm {…}", "this is {…}", "i am {…}"],
  others: [],
  tails: ["for {…}", "this is {…}"],
  answers: [
    ...["{…}", "it's {…}", "it is {…}", "call me {…}", "you can call me {…}", "{…} is my name"],
    ...["the name is {…}", "the caller is {…}"],
  ],
};

const spelled = [
  ...["{…}", "it's {…}", "it is {…}", "that's {…}", "that is {…}", "the number is {…}"],
  ...["my number is {…}", "yes it's {…}", "no it's {…}"],
];

const answers: Readonly<Partial<Record<FieldKind, readonly string[]>>> = {
  "account-id": [...spelled, "the id is {…}", "my id is {…}"],
  phone: [...spelled, "call me at {…}", "you can reach me at {…}"],
  date: ["{…}", "it's {…}", "it is {…}", "it was {…}", "on {…}", "the {…}"],
  number: ["{…}", "it's {…}", "it is {…}", "{…} of them"],
  choice: ["{…}", "it's {…}", "it is {…}", "the {…}", "the {…} one", "{…} please", "at {…}"],
  "yes-no": ["{…}"],
  words: ["{…}", "it's {…}", "it is {…}", "that {…}"],
};

function plain({ bare }: Noun): string {
  return bare.toLowerCase();
}

export const englishGrammar: Grammar = {
  calls: [
    ...["call", "make a call", "make the call", "place a call", "start a call", "call them"],
    ...["call someone", "call support", "call customer service", "call an agent", "connect me"],
    ...["connect me to an agent", "connect me to someone", "talk to an agent", "talk to a person"],
    ...["talk to someone", "speak to an agent", "speak with a representative", "get me an agent"],
    ...["i want to call", "i want to make a call", "i want to talk to someone"],
    ...["i'd like to talk to someone", "i need to talk to someone", "i need to speak to an agent"],
  ],
  call: "call",
  reason,
  field(kind, called) {
    if (kind === "name") return name;
    const nouns = called.map(plain);
    return {
      statements: nouns.map((noun) => `my ${noun} is {…}`),
      others: [
        ...nouns.map((noun) => `the ${noun} is {…}`),
        ...nouns.map((noun) => `${noun} {…}`),
        ...nouns.map((noun) => `use ${noun} {…}`),
        ...nouns.map((noun) => `no the ${noun} is {…}`),
      ],
      tails: crossed(
        ["", "for", "for my", "about", "about my", "on"],
        shortestFirst(nouns).slice(0, 3),
      ).map((text) => `${text.trim()} {…}`),
      answers: answers[kind] ?? ["{…}"],
    };
  },
  corrections: (statement) => [`no ${statement}`, `actually ${statement}`],
  changes: ({ bare }) => [
    `change my ${bare.toLowerCase()} to {…}`,
    `change the ${bare.toLowerCase()} to {…}`,
  ],
  and: "and",
  dontKnow: [
    ...[
      "i don't know",
      "i don't know it",
      "i do not know",
      "i do not know it",
      "i don't know that",
    ],
    ...["i don't know what it is", "i don't have one", "i do not have one", "i don't have it"],
    ...["i don't have it with me", "i don't have that", "i haven't got one", "no idea"],
    ...["i have no idea", "not sure", "i'm not sure", "i forgot", "i forgot it"],
    ...["i can't remember", "i can't remember it", "i don't remember", "i don't remember it"],
    ...["i can't find it", "skip", "skip it", "skip that", "skip this question"],
    ...["go on without it", "continue without it", "none"],
  ],
  dontKnowOf(noun) {
    const bare = plain(noun);
    const article = /^[aeiou]/.test(bare) ? "an" : "a";
    return [
      ...[`i don't know my ${bare}`, `i don't have ${article} ${bare}`, `i have no ${bare}`],
      ...[`no ${bare}`, `i forgot my ${bare}`],
    ];
  },
  confirmation: (company) => [
    `Shall I call ${company} about {reason} now?`,
    `Do you want me to call ${company} about {reason} now?`,
  ],
};
