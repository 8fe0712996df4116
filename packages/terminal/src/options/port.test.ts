import { expect, test } from "@jest/globals";
import { port } from "./port.ts";

test.each(["0", "8080", "65535"])("%s is a port", (given) => {
  expect(port(given)).toBe(Number(given));
});

test.each(["", "-1", "65536", "80a", "1e3", " 80"])("%j is none", (given) => {
  expect(() => port(given)).toThrow("from 0 to 65535");
});
