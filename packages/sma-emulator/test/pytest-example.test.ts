// The example of a Python project runs as it stands, against the built command.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "@jest/globals";
import { pytest, testWith } from "@skill-call/test-peers";
import { bin } from "./run-cli.ts";

testWith(pytest)("pytest tests a Lambda in Python over HTTP", async () => {
  const { stdout } = await promisify(execFile)(
    "python3",
    ["-m", "pytest", "-q", "-p", "no:cacheprovider", join(__dirname, "../examples/pytest")],
    {
      env: {
        ...process.env,
        PYTHONDONTWRITEBYTECODE: "1",
        SMA_EMULATOR: `${process.execPath} ${bin}`,
      },
    },
  );
  expect(stdout).toContain("3 passed");
});
