import { expect, test } from "@jest/globals";
import { runCase } from "../src/calls/run-case.ts";
import { caseNumbers, locales } from "../src/calls/sample-cases.ts";
import { createLaptop } from "../src/create-laptop.ts";

test("in no locale do the Lambdas log a name, a number, an account ID, a token or a whole context ID", async () => {
  const laptop = await createLaptop({ timesSlower: 10 });
  const contextIds: string[] = [];
  for (const locale of locales) {
    for (const number of caseNumbers) {
      const { call } = await runCase(laptop, number, locale);
      expect(call).toMatchObject({ outcome: "connected", legsLeftUp: 0 });
      contextIds.push(String(call?.contextId));
    }
  }
  await laptop.close();

  const log = laptop.lambdaLog
    .list()
    .map(({ line }) => line)
    .join("\n");
  const names = ["Ana", "Ben", "Chlo", "Camila", "Beno"];
  const accounts = ["AB1234", "771204", "771205"];
  const numbers = ["5551111", "5550113", "6073331111"];
  expect(log).toContain("call.event");
  for (const secret of [...names, ...accounts, ...numbers, ...contextIds, "emulated-", "Bearer"]) {
    expect(log).not.toContain(secret);
  }
});
