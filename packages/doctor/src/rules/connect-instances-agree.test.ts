import { expect, test } from "@jest/globals";
import { changed } from "../testing/sample-configuration.ts";
import { connectInstancesAgree } from "./connect-instances-agree.ts";

const here = "11111111-2222-4333-8444-555555555555";
const elsewhere = "99999999-2222-4333-8444-555555555555";
const queueOf = (instance: string) =>
  `arn:aws:connect:us-east-1:123456789012:instance/${instance}/queue/ffffffff-2222-4333-8444-555555555555`;

function mistakes(CALL_STARTER: string, CONNECT_INSTANCE_ID: string) {
  const skill = { CALL_STARTER, CONNECT_INSTANCE_ID };
  const connect = { CONNECT_FALLBACK_QUEUE_ARN: queueOf(here) };
  return [...connectInstancesAgree(changed({ skill, connect }))];
}

test.each(["connect", "connect-task"])(
  "%s starts calls in the instance that routes them",
  (starter) => {
    expect(mistakes(starter, here)).toEqual([]);
    expect(mistakes(starter, elsewhere)).toMatchObject([
      { part: "skill", place: "CONNECT_INSTANCE_ID" },
    ]);
  },
);

test("a skill that starts its calls elsewhere is left alone, also with a leftover instance", () => {
  expect(mistakes("callback", elsewhere)).toEqual([]);
});
