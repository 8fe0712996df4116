import assert from "node:assert/strict";
import { type CallContextError, type CallContextErrorCode, isCallContextError } from "../errors.ts";

/** Whether two JSON values are the same; test runners give each file object prototypes of its own. */
export function expectSame(actual: unknown, expected: unknown): void {
  assert.deepEqual(plain(actual), plain(expected));
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** Whether a request fails with this code; answers the error. */
export async function expectFailure(
  request: Promise<unknown>,
  code: CallContextErrorCode,
): Promise<CallContextError> {
  const error = await request.then(
    () => assert.fail(`The request succeeded; it should fail with ${code}`),
    (error: unknown) => error,
  );
  if (isCallContextError(error, code)) return error;
  throw new assert.AssertionError({
    message: `The request failed with another error than ${code}: ${error}`,
    actual: error,
    expected: code,
  });
}

/** Whether a context is refused for this field. */
export async function expectRefusal(request: Promise<unknown>, field: string): Promise<void> {
  const error = await expectFailure(request, "call-context.invalid-context");
  assert.ok("field" in error, "The error names no field");
  assert.equal(error.field, field);
}

/** A transaction ID as the PSTN Audio service gives it. */
export const transactionId = "46e6f593-1f1c-4808-9166-a141624cf145";
export const otherTransactionId = "7b1e9a1c-0b0f-4e3a-9a53-0f6a3b1c2d4e";
