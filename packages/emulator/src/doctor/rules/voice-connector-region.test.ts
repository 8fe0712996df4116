import { expect, test } from "@jest/globals";
import { changed } from "../testing/sample-configuration.ts";
import { voiceConnectorRegion } from "./voice-connector-region.ts";

test("a Voice Connector of another Region is named with both", () => {
  expect([...voiceConnectorRegion(changed({ region: "us-west-2" }))]).toEqual([
    {
      part: "sma-handler",
      place: "ROUTES at rules[0].to[0].arn",
      problem:
        "is a Voice Connector in us-east-1, and the SIP media application is in us-west-2; take one of the same Region",
    },
  ]);
});

test("where no Region is known nothing is said", () => {
  expect([...voiceConnectorRegion(changed({ region: undefined }))]).toEqual([]);
});
