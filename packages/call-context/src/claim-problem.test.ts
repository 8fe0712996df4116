import { expect, test } from "@jest/globals";
import { claimProblemOf } from "./claim-problem.ts";
import {
  ContextAlreadyClaimedError,
  ContextExpiredError,
  ContextNotFoundError,
  InvalidRecordError,
  StoreUnavailableError,
} from "./errors.ts";

test.each([
  [new ContextNotFoundError(), "not-found"],
  [new ContextExpiredError(), "expired"],
  [new ContextAlreadyClaimedError(), "already-claimed"],
  [new InvalidRecordError("reason.id", "is missing"), "invalid-record"],
  [new StoreUnavailableError(), "store-unavailable"],
  [new Error("the deadline"), "store-unavailable"],
  ["nonsense", "store-unavailable"],
])("%s leaves a call without its context: %s", (error, problem) => {
  expect(claimProblemOf(error)).toBe(problem);
});
