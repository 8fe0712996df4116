import { expect, test } from "@jest/globals";
import { changed } from "../testing/sample-configuration.ts";
import { callerId } from "./caller-id.ts";

const mistake = {
  part: "sma-handler",
  place: "CALLER_ID_NUMBER",
  problem: expect.stringContaining("is the SIP media application's own dial-in number"),
};

test("the caller ID is not the number that the SIP media application answers", () => {
  const configuration = changed({ sma: { CALLER_ID_NUMBER: "+16073331111" } });
  expect([...callerId(configuration)]).toEqual([mistake]);
});

test("the number that the skill calls is known to be that one, also where no document says so", () => {
  const sma = { CALLER_ID_NUMBER: "+16073331111" };
  expect([...callerId(changed({ sma, dialInNumber: undefined }))]).toEqual([mistake]);
});

test("a callback's leftover SMA_PHONE_NUMBER is no dial-in number", () => {
  const sma = { CALLER_ID_NUMBER: "+16073331111" };
  const configuration = changed({
    sma,
    skill: { CALL_STARTER: "callback" },
    dialInNumber: undefined,
  });
  expect([...callerId(configuration)]).toEqual([]);
});
