import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";

const command = fileURLToPath(new URL("../../dist/policies.mjs", import.meta.url));

function policies(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test.each([[[]], [["--account", "my-account"]]])(
  "without an account there is nothing to limit rights to: %j is refused",
  (args) => {
    expect(policies(...args)).toMatchObject({
      status: 2,
      stderr: "--account: the 12 digits of the account that is deployed to\n",
    });
  },
);

test("a document that cannot be read is said as a mistake", () => {
  const { status, stderr } = policies("--account", "123456789012", "/nowhere/deployment.json");
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining("/nowhere/deployment.json cannot be read"),
  ]);
});
