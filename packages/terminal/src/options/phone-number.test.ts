import { expect, test } from "@jest/globals";
import { phoneNumber } from "./phone-number.ts";

test.each(["+12065551111", "+1 206 555-1111", "tel:+1-206-555-1111", "+1 (206) 555.1111"])(
  "%s is +12065551111",
  (given) => {
    expect(phoneNumber(given)).toBe("+12065551111");
  },
);

test.each(["", "+1", "911", "+911", "2065551111", "+1206555111a"])("%j is refused", (given) => {
  expect(() => phoneNumber(given)).toThrow("Write it as an E.164 number");
});
