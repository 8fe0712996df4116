import { expect, test } from "@jest/globals";
import * as v from "valibot";
import { e164Number } from "./e164-number.ts";

test.each([
  ...["+16073331111", "tel:+1-607-333-1111", "+1 (607) 333-1111", " +1.607.333.1111 "],
  ...["+1\u2011607\u2013333\u00a01111", "\u202a+1 607-333-1111\u202c"],
])("%s is configured as +16073331111", (text) => {
  expect(v.parse(e164Number, text)).toBe("+16073331111");
});

test.each([
  ...["+", "+12", "+911", "911", "6073331111", "+0607333111", "+1607333111122334"],
  ...["+1607333111a", "tel:6073331111", "sip:+16073331111@example.com", "++16073331111"],
])("%j is refused, and told what a number is", (text) => {
  const { issues } = v.safeParse(e164Number, text);
  expect(issues?.map(({ message }) => message)).toEqual([
    "must be an E.164 number; example: +12045550100",
  ]);
});
