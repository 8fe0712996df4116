import { expect, test } from "@jest/globals";
import { faultsOfCalls, faultsOfConversations } from "./catalogue.ts";

test.each([
  ["calls", faultsOfCalls],
  ["conversations", faultsOfConversations],
])("faults of %s have a name of their own, a sentence, and something that they do", (_, faults) => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  for (const { name, sentence, arm, armAlexa, plan } of faults) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(arm ?? armAlexa ?? plan).toBeDefined();
  }
});
