import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { findRepository } from "../lambdas/repository.ts";
import { sampleRoutes } from "./sample-routes.ts";

test("the sample routes know reasons of the sample skill only", async () => {
  const { skillPackage } = findRepository(import.meta.url);
  const file = join(skillPackage, "..", "call-form.json");
  const { reasons: known }: { reasons: string[] } = JSON.parse(await readFile(file, "utf8"));
  const { rules } = sampleRoutes({ destinationServiceUrl: "http://127.0.0.1:1/" });
  expect(known).toEqual(expect.arrayContaining(rules.flatMap(({ when }) => when.reason)));
});
