import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parseRoutes } from "@skill-call/call-routing";
import { routingService } from "../src/config/config.ts";

const document = readFileSync(join(__dirname, "../routes.example.json"), "utf8");
const { reasons }: { readonly reasons: readonly string[] } = JSON.parse(
  readFileSync(join(__dirname, "../../../call-form.json"), "utf8"),
);

const routes = parseRoutes(document, routingService.served);

test("the example shows every kind of destination", () => {
  const destinations = [...routes.rules.flatMap(({ to }) => to), ...routes.otherwise];
  const kinds = destinations.map((to) => ("destinationService" in to ? "service" : to.type));
  expect(new Set(kinds)).toEqual(new Set(["voice-connector", "pstn", "service", "meeting"]));
});

test("the example asks only for reasons that the skill knows", () => {
  const asked = routes.rules.flatMap(({ when }) => when.reason ?? []);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((reason) => !reasons.some((known) => known === reason))).toEqual([]);
});

test("the example fits into a Lambda's environment, which holds 4 KB", () => {
  expect(JSON.stringify(JSON.parse(document)).length).toBeLessThan(3_000);
});
