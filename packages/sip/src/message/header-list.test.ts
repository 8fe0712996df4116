import { expect, test } from "@jest/globals";
import { HeaderList } from "./header-list.ts";

const headers = new HeaderList([
  { name: "v", value: "SIP/2.0/UDP a" },
  { name: "VIA", value: "SIP/2.0/UDP b" },
  { name: "User-To-User", value: "first" },
  { name: "user-to-user", value: "second" },
]);

test("a header is found without regard to letter case", () => {
  expect(headers.get("USER-TO-USER")).toBe("first");
});

test("a compact form and its long form are one header", () => {
  expect(headers.all("Via")).toEqual(["SIP/2.0/UDP a", "SIP/2.0/UDP b"]);
});

test("names keep their letter case and order", () => {
  expect([...headers].map(({ name }) => name)).toEqual([
    "v",
    "VIA",
    "User-To-User",
    "user-to-user",
  ]);
});

test("what was not sent is not there", () => {
  expect(headers.get("Contact")).toBeUndefined();
  expect(headers.has("Contact")).toBe(false);
});
