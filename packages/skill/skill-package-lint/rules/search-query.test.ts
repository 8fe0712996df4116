import { expect, test } from "@jest/globals";
import { lintOf } from "../testing/lint-of.ts";

const intent = "en-US.json $.interactionModel.languageModel.intents[1]";

test("a search query without a carrier phrase is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[1]?.samples?.push("{query}");
  });
  expect(findings).toContain(
    `${intent}.samples[1]: "{query}" is an AMAZON.SearchQuery without a carrier phrase (search-query)`,
  );
});

test("a search query with another slot beside it is found", () => {
  const findings = lintOf(({ enUS }) => {
    const search = enUS.interactionModel.languageModel.intents[1];
    search?.slots?.push({ name: "reason", type: "CallReason" });
    search?.samples?.push("search {reason} for {query}");
  });
  expect(findings).toContain(
    `${intent}.samples[1]: "search {reason} for {query}" has another slot beside an AMAZON.SearchQuery (search-query)`,
  );
});

test("an answer to the question for a search query needs no carrier phrase", () => {
  const findings = lintOf(({ enUS }) => {
    const slot = enUS.interactionModel.languageModel.intents[1]?.slots?.[0];
    if (slot) slot.samples = ["{query}"];
  });
  expect(findings).toEqual([]);
});
