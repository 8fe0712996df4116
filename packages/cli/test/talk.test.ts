import { describe, expect, test } from "@jest/globals";
import { runCli } from "./run-cli.ts";

function talk(args: readonly string[], lines: readonly string[]) {
  return runCli(["talk", ...args], { input: `${lines.join("\n")}\n` });
}

describe("a conversation typed line by line ends at an agent who knows who calls", () => {
  test.each([
    ["en-US", ["open example support", "Ana", "A B 1 2 3 4", "billing", "yes"]],
    ["en-CA", ["ask example support to call billing", "Ana", "I don't know", "yes"]],
    ["es-US", ["abre example support", "Ana", "A B 1 2 3 4", "facturación", "sí"]],
    ["fr-CA", ["ouvre example support", "Ana", "A B 1 2 3 4", "facturation", "oui"]],
  ])("%s", async (locale, lines) => {
    const { exitCode, stdout, stderr } = await talk(["--locale", locale], lines);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/│ Caller +Ana/);
    expect(stdout).toMatch(/│ Reason +billing/);
    expect(stdout).toContain("✔ Connected to the contact centre (billing)");
  });
});

test("a fault armed in the middle befalls the call", async () => {
  const { stdout } = await talk(
    [],
    ["ask example support to call billing", "Ana", "/fault callee-busy", "I don't know", "yes"],
  );
  expect(stdout).toContain("From now on: The first callee is busy.");
  expect(stdout).toContain("486: not answered");
  expect(stdout).toContain("✔ Connected to +12045550101");
});

test("a fault of Alexa's is heard in a sentence, and no call is placed", async () => {
  const { exitCode, stdout } = await talk(
    ["--fault", "calling-not-enabled"],
    ["ask example support to call billing", "Ana", "I don't know", "yes"],
  );
  expect(exitCode).toBe(0);
  expect(stdout).not.toContain("Connected to");
  expect(stdout).toMatch(/Caller +yes\nAlexa +\S/);
});

test("the skill asks before it reads the caller's number", async () => {
  const { stdout } = await talk(
    ["--ask-permission"],
    ["ask example support to call billing", "Ana", "I don't know", "yes", "I approve"],
  );
  expect(stdout).toMatch(/permission\s+to access your mobile number/);
  expect(stdout).toContain("✔ Connected to the contact centre (billing)");
});

test("what is no utterance is answered at once, and /quit leaves", async () => {
  const { exitCode, stdout } = await talk(
    [],
    ["/help", "/hangup", "/fault gremlins", "/fault list", "/quit", "open example support"],
  );
  expect(exitCode).toBe(0);
  expect(stdout).toContain("/silence says nothing");
  expect(stdout).toContain("There is no /hangup; /help shows what there is.");
  expect(stdout).toContain("There is no fault of that name");
  expect(stdout).toContain("The meetings API never answers.");
  expect(stdout).not.toContain("Caller");
});

test("Ctrl-C in the middle of a session ends everything", async () => {
  const { exitCode, stdout } = await runCli(["talk"], {
    input: "open example support\n",
    signalAfter: "Caller",
  });
  expect(exitCode).toBe(130);
  expect(stdout).toContain("Caller        open example support");
});
