import { expect, test } from "@jest/globals";
import { changed, soundConfiguration } from "../testing/sample-configuration.ts";
import { reasonsCanBeSaid } from "./reasons-can-be-said.ts";

const heard = { "en-US": ["billing", "other"], "fr-CA": ["billing", "ventes"] };
const reasons = { ids: ["billing", "other"], heard };

test("a locale without words for a reason, or with words for none, is named", () => {
  expect([...reasonsCanBeSaid(changed({ reasons }))]).toEqual([
    {
      part: "skill",
      place: "interaction model fr-CA",
      problem: 'has no words for the reason "other"',
    },
    {
      part: "skill",
      place: "interaction model fr-CA",
      problem: expect.stringContaining('hears the reason "ventes"'),
    },
  ]);
});

test("a team that does not deploy the skill is not told of its models", () => {
  const environments = { "sma-handler": {} };
  expect([...reasonsCanBeSaid({ ...soundConfiguration, environments, reasons })]).toEqual([]);
});
