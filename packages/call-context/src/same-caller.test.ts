import { expect, test } from "@jest/globals";
import { InvalidCallerError } from "./errors.ts";
import { isOfCaller } from "./same-caller.ts";

const maria = {
  contextId: "0f8e-6a1c",
  callerName: "María  O'Silva",
  callerNumber: "+12045551111",
  accountId: "AC-1234",
  memberSince: 2019,
};

test.each([
  [{ callerNumber: "+12045551111" }],
  [{ callerNumber: "1 (204) 555-1111" }],
  [{ accountId: "ac 1234" }],
  [{ callerName: "maria osilva" }],
  [{ callerName: "Mari\u0301a O’Silva" }],
  [{ memberSince: "2019" }],
  [{ callerName: "Maria O'Silva", accountId: "AC1234" }],
  [{ contextId: "0f8e-6a1c" }],
])("%j is what is known of the caller of this record", (known) => {
  expect(isOfCaller(known)(maria)).toBe(true);
});

test.each([
  [{ callerNumber: "+12045551112" }],
  [{ callerNumber: "2045551111" }],
  [{ callerName: "Maria Silva" }],
  [{ callerName: "Maria O'Silva", accountId: "AC1235" }],
  [{ unknownField: "Maria" }],
  [{ constructor: "function Object" }],
  [{ contextId: "0f8e6a1c" }],
])("%j is another's", (known) => {
  expect(isOfCaller(known as Readonly<Record<string, string>>)(maria)).toBe(false);
});

test("names of scripts whose marks are letters are told apart", () => {
  expect(isOfCaller({ callerName: "रवि" })({ callerName: "रवी" })).toBe(false);
  expect(isOfCaller({ callerName: "รุ่ง" })({ callerName: "รุง" })).toBe(false);
});

test.each([[{}], [{ callerNumber: "+" }], [{ accountId: "AC1234", callerName: " - " }]])(
  "%j would be anybody's",
  (known) => {
    expect(() => isOfCaller(known)).toThrow(InvalidCallerError);
  },
);
