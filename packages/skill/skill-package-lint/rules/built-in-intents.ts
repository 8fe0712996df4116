import type { ModelRule } from "../rule.ts";

/** What this skill answers at any point of the conversation; the first three are what certification asks for. */
const required = [
  "AMAZON.CancelIntent",
  "AMAZON.HelpIntent",
  "AMAZON.StopIntent",
  "AMAZON.NavigateHomeIntent",
  "AMAZON.FallbackIntent",
  "AMAZON.YesIntent",
  "AMAZON.NoIntent",
  "AMAZON.RepeatIntent",
  "AMAZON.StartOverIntent",
] as const;

/** "Standard Built-in Intents". */
const known: readonly string[] = [
  ...required,
  "AMAZON.LoopOffIntent",
  "AMAZON.LoopOnIntent",
  "AMAZON.MoreIntent",
  "AMAZON.NavigateSettingsIntent",
  "AMAZON.NextIntent",
  "AMAZON.PageDownIntent",
  "AMAZON.PageUpIntent",
  "AMAZON.PauseIntent",
  "AMAZON.PreviousIntent",
  "AMAZON.ResumeIntent",
  "AMAZON.ScrollDownIntent",
  "AMAZON.ScrollLeftIntent",
  "AMAZON.ScrollRightIntent",
  "AMAZON.ScrollUpIntent",
  "AMAZON.SelectIntent",
  "AMAZON.ShuffleOffIntent",
  "AMAZON.ShuffleOnIntent",
];

/** Built-in intents: the required ones are there, all exist, none has slots of ours. */
export const builtInIntents: ModelRule = {
  name: "built-in-intents",
  *check({ content }) {
    const { intents } = content.interactionModel.languageModel;
    const path = ["interactionModel", "languageModel", "intents"];
    const declared = new Set(intents.map((intent) => intent.name));
    for (const name of required.filter((each) => !declared.has(each)))
      yield { path, message: `${name} is missing` };
    for (const [index, { name, slots = [] }] of intents.entries()) {
      if (!name.startsWith("AMAZON.")) continue;
      if (!known.includes(name))
        yield { path: [...path, index, "name"], message: `${name} is not a built-in intent` };
      if (slots.length > 0)
        yield { path: [...path, index, "slots"], message: `${name} can have no slots` };
    }
  },
};
