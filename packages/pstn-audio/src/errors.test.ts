import { expect, test } from "@jest/globals";
import {
  ActionParameterError,
  EventFormatError,
  isPstnAudioError,
  pstnAudioErrorCodes,
} from "./errors.ts";

test("each code is that of one error, with its cause kept", () => {
  const cause = new Error("why");
  const errors = [
    new EventFormatError("Sequence", "is missing", { cause }),
    new ActionParameterError("Speak", "Text", "is required", { cause }),
  ];
  expect(errors.map((error) => error.code)).toEqual([...pstnAudioErrorCodes]);
  expect(errors.map((error) => error.cause)).toEqual([cause, cause]);
});

test("an error of another copy of the package is known by its code", () => {
  const foreign = Object.assign(new Error("elsewhere"), { code: "pstn-audio.event-format" });
  expect(isPstnAudioError(foreign)).toBe(true);
  expect(isPstnAudioError(foreign, "pstn-audio.event-format")).toBe(true);
  expect(isPstnAudioError(foreign, "pstn-audio.action-parameter")).toBe(false);
});

test("other errors and things are none of ours", () => {
  expect(isPstnAudioError(new Error("elsewhere"))).toBe(false);
  expect(isPstnAudioError({ code: "pstn-audio.event-format" })).toBe(false);
  expect(isPstnAudioError(Object.assign(new Error("x"), { code: "ENOENT" }))).toBe(false);
});
