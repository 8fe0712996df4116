import { expect, test } from "@jest/globals";
import { OpenParts } from "./open-parts.ts";

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
