import { expect, test } from "@jest/globals";
import { sipHeader } from "./sip-header.ts";

test.each(["User-to-User", "user-to-user", "USER-TO-USER"])(
  "%s is found in any letter case",
  (name) => {
    expect(sipHeader({ "User-To-User": "abc" }, name)).toBe("abc");
  },
);

test("the first value that is not empty counts", () => {
  expect(sipHeader({ "x-floor": "", "X-Floor": " ", "X-FLOOR": "3" }, "x-floor")).toBe("3");
});

test("an absent or empty header is undefined", () => {
  expect(sipHeader({}, "X-Floor")).toBeUndefined();
  expect(sipHeader({ "X-Floor": "" }, "X-Floor")).toBeUndefined();
});

test("a name that every object has is no header", () => {
  expect(sipHeader({}, "constructor")).toBeUndefined();
});
