import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { catalogFor } from "../../src/testing/catalog-for.ts";
import { spokenOf } from "../../src/testing/spoken-of.ts";
import { locales } from "./phrases.ts";

test("docs/safety.md has what callers hear, in every locale", () => {
  const rows = locales.map((locale) => {
    const { farewells, emergencyQuestion } = catalogFor(locale);
    const sentences = [farewells.emergency, farewells.crisis, emergencyQuestion.ask];
    return `| ${[locale, ...sentences.map(({ markup }) => spokenOf(markup))].join(" | ")} |`;
  });
  expect(readFileSync("../../docs/safety.md", "utf8")).toContain(rows.join("\n"));
});
