import { expect, test } from "@jest/globals";
import { Chance } from "../chance/chance.ts";
import { ratesTimes } from "../chance/faults.ts";
import { personal, personOf } from "./person.ts";

const person = personOf(7, new Chance({ seed: 1, call: 7, rates: ratesTimes(0) }));

test.each([
  ["a name", `{"name":"${person.name}"}`],
  ["an account ID", `account=${person.accountId}`],
  ["a number", `{"to":"${person.number}"}`],
  ["a number in a URI", `sip:${person.number}@127.0.0.1`],
  ["a number in a query", `to=${encodeURIComponent(person.number)}&x=1`],
  ["a number without its country", person.number.slice(2)],
  ["words", `reason: ${person.reasonWords}`],
])("%s is found", (_, text) => {
  expect(text).toMatch(personal);
});

test.each([
  ["a hash", `{"contextHash":"f02045465145"}`],
  ["an ID", "1204512a-2045-4e12-8045-120451234567"],
])("%s with digits like a number's is none", (_, text) => {
  expect(text).not.toMatch(personal);
});
