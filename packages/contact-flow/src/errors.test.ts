import { expect, test } from "@jest/globals";
import {
  AnswerTooLargeError,
  contactFlowErrorCodes,
  EventFormatError,
  InvalidFlowError,
  isContactFlowError,
} from "./errors.ts";

test("each code is that of one error, with its cause kept", () => {
  const cause = new Error("why");
  const errors = [
    new EventFormatError("Details", "is missing", { cause }),
    new AnswerTooLargeError(40_000, 32_768, { cause }),
    new InvalidFlowError([], { cause }),
  ];
  expect(errors.map((error) => error.code)).toEqual([...contactFlowErrorCodes]);
  expect(errors.map((error) => error.cause)).toEqual([cause, cause, cause]);
});

test("an error of another copy of the package is known by its code, and others are not", () => {
  const foreign = Object.assign(new Error("elsewhere"), { code: "contact-flow.event-format" });
  expect(isContactFlowError(foreign)).toBe(true);
  expect(isContactFlowError(foreign, "contact-flow.invalid-flow")).toBe(false);
  expect(isContactFlowError(Object.assign(new Error("x"), { code: "ENOENT" }))).toBe(false);
  expect(isContactFlowError({ code: "contact-flow.event-format" })).toBe(false);
});
