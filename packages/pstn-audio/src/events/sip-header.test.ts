import { expect, test } from "@jest/globals";
import { sipHeader, sipHeaderFields } from "./sip-header.ts";

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

test("all fields of a header are found, whatever the letter case of their names", () => {
  const headers = { "User-to-User": "a", "X-Floor": "3", "user-to-user": " ", "USER-TO-USER": "b" };
  expect(sipHeaderFields(headers, "User-To-User")).toEqual(["a", "b"]);
  expect(sipHeaderFields({}, "User-to-User")).toEqual([]);
});
