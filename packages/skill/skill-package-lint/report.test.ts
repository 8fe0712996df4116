import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { report } from "./report.ts";
import { type RepositoryCopy, repositoryCopy } from "./testing/repository-copy.ts";

let repository: RepositoryCopy;

beforeEach(async () => {
  repository = await repositoryCopy();
});

afterEach(() => repository.close());

test("a right package ends with exit code 0", async () => {
  expect(await report(repository.places)).toEqual({
    lines: ["No findings in 4 locales."],
    exitCode: 0,
  });
});

test("every finding is a line and the exit code is 1", async () => {
  await repository.write(
    "packages/sma-handler/routes.example.json",
    '{"rules":[{"when":{"reason":"returns"}},{"when":{"reason":"refunds"}}]}',
  );
  expect(await report(repository.places)).toEqual({
    lines: [
      expect.stringMatching(
        /^packages\/sma-handler\/routes.example.json \$.rules\[0\].when.reason: /,
      ),
      expect.stringMatching(
        /^packages\/sma-handler\/routes.example.json \$.rules\[1\].when.reason: /,
      ),
      "2 findings",
    ],
    exitCode: 1,
  });
});

test("a file that does not fit its schema ends with exit code 1", async () => {
  await repository.write("skill-package/skill.json", '{"manifest":1}');
  expect(await report(repository.places)).toEqual({
    lines: ["skill-package/skill.json $.manifest: must be object (schema)", "1 finding"],
    exitCode: 1,
  });
});
