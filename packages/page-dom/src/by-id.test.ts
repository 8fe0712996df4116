import { expect, test } from "@jest/globals";
import { byId } from "./by-id.ts";

const field = { id: "token" } as HTMLElement;
const page = { getElementById: (id: string) => (id === "token" ? field : null) };

test("an element of the page is found by its ID", () => {
  expect(byId("token", page)).toBe(field);
});

test("one that is not there is named", () => {
  expect(() => byId("tokn", page)).toThrow('The page has no element with the ID "tokn".');
});
