import { expect, test } from "@jest/globals";
import { closestBranch } from "./closest-branch.ts";

test.each([
  ["+12045551111", "order-status", "Winnipeg"],
  ["+14315551111", "billing", "Winnipeg"],
  ["+12045551111", "sales", "Toronto"],
  ["+14185551111", "billing", "Montréal"],
  ["+14185551111", "technical-support", "New York (head office)"],
  ["+14155551111", "billing", "Seattle"],
  ["+14075551111", "billing", "Miami"],
  ["+14075551111", "order-status", "New York (head office)"],
  ["+13125551111", "other", "Toronto"],
])("a caller from %s about %s gets %s", (callerNumber, reasonId, name) => {
  expect(closestBranch({ callerNumber, reasonId }).name).toBe(name);
});

test.each([undefined, "+19995551111", "+442071838750", "unknown"])(
  "a caller from %s gets the head office",
  (callerNumber) => {
    expect(closestBranch({ callerNumber, reasonId: "billing" }).name).toBe(
      "New York (head office)",
    );
  },
);
