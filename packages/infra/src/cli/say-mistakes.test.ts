import { afterEach, expect, jest, test } from "@jest/globals";
import { DeploymentError } from "../deployment/deployment-error.ts";
import { sayMistakes } from "./say-mistakes.ts";

const stderr = jest.spyOn(process.stderr, "write").mockReturnValue(true);

afterEach(() => {
  process.exitCode = 0;
  stderr.mockClear();
});

test("mistakes are said in words, and the command fails", () => {
  sayMistakes(() => {
    throw new DeploymentError(["stage: is missing", "sma.routes: is missing"]);
  });
  expect(stderr).toHaveBeenCalledWith(
    "The deployment cannot be used:\n- stage: is missing\n- sma.routes: is missing\n",
  );
  expect(process.exitCode).toBe(1);
});

test("a fault of our own keeps its stack", () => {
  const fault = new TypeError("ours");
  expect(() =>
    sayMistakes(() => {
      throw fault;
    }),
  ).toThrow(fault);
  expect(stderr).not.toHaveBeenCalled();
});
