import { expect, test } from "@jest/globals";
import { OpenParts, openTogether } from "./open-parts.ts";

test("the last part started ends first, each once, and one that fails keeps no other open", async () => {
  const ended: string[] = [];
  const parts = new OpenParts();
  parts.keep({ close: async () => void ended.push("first") });
  parts.keep({
    close: async () => {
      throw new Error("stuck");
    },
  });
  parts.keep({ close: async () => void ended.push("third") });

  await expect(parts.close()).rejects.toMatchObject({ errors: [new Error("stuck")] });
  await expect(parts.close()).rejects.toThrow("Not everything could be ended");
  expect(ended).toEqual(["third", "first"]);
});

test("where a part cannot be had, those before it end again, and the reason stays", async () => {
  const ended: string[] = [];
  const opened = openTogether(async (parts) => {
    parts.keep({ close: async () => void ended.push("first") });
    throw new Error("the second is not there");
  });
  await expect(opened).rejects.toThrow("the second is not there");
  expect(ended).toEqual(["first"]);
});

test("what was opened together stays open", async () => {
  const ended: string[] = [];
  const parts = await openTogether(async (all) => {
    all.keep({ close: async () => void ended.push("first") });
    return all;
  });
  expect(ended).toEqual([]);
  await parts.close();
  expect(ended).toEqual(["first"]);
});
