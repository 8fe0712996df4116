import type { HeardWords } from "../heard-words.ts";

export const english: HeardWords = {
  fillers: ["please", "um", "uh", "er", "well", "just", "alexa"],
  persons: [
    ...["a person", "person", "a real person", "real person", "a live person", "live person"],
    ...["a human", "human", "a human being", "human being", "a real human", "real human"],
    ...["an agent", "agent", "a live agent", "live agent", "the agent", "an operator", "operator"],
    ...["the operator", "a representative", "representative", "a rep", "rep", "someone"],
    ...["somebody", "anyone", "anybody", "customer service", "customer support"],
  ],
  personWishes: [
    ...["talk to", "speak to", "speak with", "talk with", "get me", "give me", "connect me to"],
    ...["connect me with", "put me through to", "transfer me to", "call", "i want", "i need"],
    ...["i want to talk to", "i want to speak to", "i want to speak with", "i need to talk to"],
    ...[
      "i need to speak to",
      "i need to speak with",
      "i'd like to talk to",
      "i'd like to speak to",
    ],
    ...["i'd like to speak with", "i would like to talk to", "i would like to speak to"],
    ...["let me talk to", "let me speak to", "can i talk to", "can i speak to", "can i get"],
    ...["can i speak with", "may i speak to", "to", "to talk to", "to speak to", "to speak with"],
  ],
  refusals: [
    ...["no", "nope", "nah", "no thanks", "no thank you", "no way", "skip", "skip it", "skip that"],
    ...[
      "skip this",
      "pass",
      "next",
      "none",
      "nothing",
      "nobody",
      "no one",
      "no name",
      "never mind",
    ],
    ...["i don't know", "don't know", "dunno", "i don't have one", "i don't want to", "why"],
    ...[
      "i'd rather not",
      "i'd rather not say",
      "i don't want to say",
      "i won't say",
      "not telling",
    ],
    ...["i'm not telling you", "none of your business", "anonymous", "unknown"],
  ],
  noNames: [
    ...["what", "what's that", "huh", "pardon", "pardon me", "excuse me", "sorry", "hello", "hi"],
    ...["hey", "yes", "yeah", "yep", "okay", "ok", "sure", "thanks", "thank you", "stop", "cancel"],
    ...["quit", "exit", "help", "repeat", "go back", "start over", "who", "when", "where", "how"],
    ...["wait", "hold on", "one moment", "a moment", "name", "my name", "first name", "the name"],
    ...["my first name", "it", "that", "this", "me", "you", "shut up", "what did you say"],
    ...["say that again", "come again", "can you repeat that", "goodbye", "bye"],
  ],
  swearWords: [
    ...["fuck", "fucking", "fucker", "motherfucker", "shit", "bullshit", "damn", "dammit"],
    ...["goddamn", "crap", "asshole", "bitch", "bastard", "hell", "wtf"],
  ],
  nameWords: [
    ...["bill", "will", "grant", "grace", "chase", "mark", "frank", "penny", "rich", "hope"],
    ...["faith", "joy", "rose", "art", "drew", "pat", "summer", "june", "april", "may", "august"],
    ...["dawn", "carol", "miles", "buck", "cash", "ray", "guy", "sky", "norm", "rusty"],
  ],
};
