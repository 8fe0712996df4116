import { expect, test } from "@jest/globals";
import * as errors from "./errors.ts";

const one = {
  exists: new errors.ContextExistsError("m"),
  notFound: new errors.ContextNotFoundError("m"),
  expired: new errors.ContextExpiredError("m"),
  alreadyClaimed: new errors.ContextAlreadyClaimedError("m"),
  invalidContext: new errors.InvalidContextError("reason.id", "is missing"),
  invalidRecord: new errors.InvalidRecordError("reason.id", "is missing"),
  noteConflict: new errors.NoteConflictError("m"),
  notesFull: new errors.NotesFullError("m"),
  invalidCaller: new errors.InvalidCallerError("m"),
  invalidOptions: new errors.InvalidOptionsError([{ field: "tableName", problem: "is missing" }]),
  unavailable: new errors.StoreUnavailableError("m"),
};

test("every code belongs to exactly one error", () => {
  const codes = Object.values(one).map(({ code }) => code);
  expect([...codes].sort()).toEqual([...errors.callContextErrorCodes].sort());
});

test.each(Object.values(one))("$name is told by its code", (error) => {
  expect(errors.isCallContextError(error)).toBe(true);
  expect(errors.isCallContextError(error, error.code)).toBe(true);
  for (const code of errors.callContextErrorCodes.filter((code) => code !== error.code)) {
    expect(errors.isCallContextError(error, code)).toBe(false);
  }
});

test("an error of another copy of the package is told by its code", () => {
  const copy = Object.assign(new Error("m"), { code: "call-context.expired" });
  expect(errors.isCallContextError(copy, "call-context.expired")).toBe(true);
});

test.each([
  undefined,
  null,
  "call-context.expired",
  new Error("m"),
  { code: "call-context.expired" },
])("%j is no error of this package", (value) => {
  expect(errors.isCallContextError(value)).toBe(false);
});

test("an error of another package with a code is none of this one", () => {
  const other = Object.assign(new Error("m"), { code: "ECONNRESET" });
  expect(errors.isCallContextError(other)).toBe(false);
});

test("the cause is kept", () => {
  const cause = new Error("why");
  expect(new errors.StoreUnavailableError("m", { cause }).cause).toBe(cause);
  expect(new errors.InvalidRecordError("f", "p", { cause }).cause).toBe(cause);
});

test("an error about a field tells its path and what is wrong", () => {
  expect(one.invalidContext.message).toBe(
    "The call context cannot be stored: reason.id is missing",
  );
  expect(one.invalidRecord.message).toBe(
    "The stored call context does not fit the schema: reason.id is missing",
  );
});
