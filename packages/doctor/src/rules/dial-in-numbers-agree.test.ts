import { expect, test } from "@jest/globals";
import { changed } from "../testing/sample-configuration.ts";
import { dialInNumbersAgree } from "./dial-in-numbers-agree.ts";

test("the skill calls the number that the SIP media application answers", () => {
  const configuration = changed({ skill: { SMA_PHONE_NUMBER: "+16073332222" } });
  expect([...dialInNumbersAgree(configuration)]).toMatchObject([
    { part: "skill", place: "SMA_PHONE_NUMBER" },
  ]);
});

test("a callback calls no number of the SIP media application's", () => {
  const skill = { CALL_STARTER: "callback", SMA_PHONE_NUMBER: "+16073332222" };
  expect([...dialInNumbersAgree(changed({ skill }))]).toEqual([]);
});
