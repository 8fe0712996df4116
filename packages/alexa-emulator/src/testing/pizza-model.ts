/** The interaction model of another skill, small and with everything in it that ours does not use. */
export function pizzaModel() {
  return {
    interactionModel: {
      languageModel: {
        invocationName: "anna's pizza",
        intents: [
          {
            name: "OrderIntent",
            slots: [
              { name: "size", type: "Size", samples: ["a {size} one"] },
              { name: "count", type: "AMAZON.NUMBER", samples: ["{count} of them"] },
              { name: "guest", type: "AMAZON.FirstName" },
            ],
            samples: [
              "order",
              "order {count} {size} pizzas",
              "order a {size} pizza",
              "order a {size} pizza for {guest}",
              "{size} pizza",
              "{guest}'s order",
            ],
          },
          {
            name: "SearchIntent",
            slots: [{ name: "query", type: "AMAZON.SearchQuery" }],
            samples: ["search for {query}"],
          },
          { name: "SizeIntent", slots: [{ name: "size", type: "Size" }], samples: ["{size}"] },
          {
            name: "TrackIntent",
            slots: [{ name: "code", type: "AMAZON.AlphaNumeric" }],
            samples: ["track {code}"],
          },
          { name: "AMAZON.HelpIntent", samples: ["how does this work"] },
          { name: "AMAZON.CancelIntent", samples: [] },
          { name: "AMAZON.YesIntent", samples: ["of course"] },
          { name: "AMAZON.FallbackIntent", samples: [] },
        ],
        types: [
          {
            name: "Size",
            values: [
              { id: "s", name: { value: "small", synonyms: ["little", "tiny"] } },
              { id: "l", name: { value: "large", synonyms: ["big", "family size"] } },
              { name: { value: "extra large", synonyms: [] } },
            ],
          },
        ],
      },
      dialog: {
        delegationStrategy: "SKILL_RESPONSE",
        intents: [
          {
            name: "OrderIntent",
            confirmationRequired: true,
            prompts: { confirmation: "Confirm.Order" },
            slots: [
              {
                name: "size",
                type: "Size",
                elicitationRequired: true,
                confirmationRequired: true,
                prompts: { elicitation: "Elicit.Size", confirmation: "Confirm.Size" },
                validations: [{ type: "hasEntityResolutionMatch", prompt: "Validate.Size" }],
              },
              {
                name: "count",
                type: "AMAZON.NUMBER",
                elicitationRequired: true,
                confirmationRequired: false,
                prompts: { elicitation: "Elicit.Count" },
                validations: [{ type: "isLessThan", prompt: "Validate.Count", value: "10" }],
              },
              {
                name: "guest",
                type: "AMAZON.FirstName",
                elicitationRequired: false,
                confirmationRequired: false,
                prompts: {},
              },
            ],
          },
        ],
      },
      prompts: [
        prompt("Elicit.Size", "Which size?", "Small or large?"),
        prompt("Confirm.Size", "{size}, right?"),
        prompt("Validate.Size", "There is no {size} pizza. Which size?"),
        prompt("Elicit.Count", "How many?"),
        prompt("Validate.Count", "{count} is too many. How many?"),
        prompt("Confirm.Order", "Shall I order {count} {size} pizzas?"),
      ],
    },
  };
}

function prompt(id: string, ...texts: string[]) {
  return { id, variations: texts.map((value) => ({ type: "PlainText", value })) };
}
