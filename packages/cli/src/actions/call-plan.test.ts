import { expect, test } from "@jest/globals";
import { type CallForm, type CallPlan, readOwnForm } from "@skill-call/laptop";
import { Command } from "commander";
import { type CallOptions, callOptions } from "../commands/call-options.ts";
import { callPlan } from "./call-plan.ts";

const form = readOwnForm();

function planOf(...args: string[]): CallPlan {
  return planBy(form, ...args);
}

function planBy(form: CallForm, ...args: string[]): CallPlan {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  for (const option of callOptions()) command.addOption(option);
  const options = command.parse(args, { from: "user" }).opts<CallOptions>();
  const { fault: faults = [] } = options;
  return callPlan(options, {
    form,
    moreReasons: ["returns"],
    today: "2026-11-29",
    faults: faults === "list" ? [] : faults,
  });
}

test("without options it is a call that the sample skill has placed, with a new context", () => {
  expect(planOf()).toEqual({
    from: "+12065551111",
    to: "+16073331111",
    context: {
      kind: "new",
      context: {
        callerName: "Ana",
        accountIdVerified: false,
        reason: { id: "billing" },
        callerNumber: "+12065551111",
        locale: "en-US",
        callStarter: "skill-call",
      },
    },
    headers: {},
    skillClientId: "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48",
    callback: false,
    hangsUp: "callee",
  });
});

test("what is said of the caller goes into the context", () => {
  const plan = planOf("--name", "Luc", "--account", "7", "--reason", "sales", "--locale", "fr-CA");
  expect(plan.context).toMatchObject({
    context: { callerName: "Luc", accountId: "7", reason: { id: "sales" }, locale: "fr-CA" },
  });
});

test("a reason may be one of the user's own routes, or a name of the form's", () => {
  for (const [given, id] of [
    ["returns", "returns"],
    ["technical support", "technical-support"],
  ] as const) {
    expect(planOf("--reason", given).context).toMatchObject({ context: { reason: { id } } });
  }
});

test("headers are collected, the values as they are", () => {
  expect(planOf("--header", "X-Foo: bar: baz", "--header", "Diversion:").headers).toEqual({
    "X-Foo": "bar: baz",
    Diversion: "",
  });
});

test.each<[string[], Partial<CallPlan>]>([
  [["--no-context"], { context: { kind: "none" } }],
  [["--context-id", "abc"], { context: { kind: "known", contextId: "abc" } }],
  [["--no-skill-client-id"], { skillClientId: undefined }],
  [["--skill-client-id", "mine"], { skillClientId: "mine" }],
  [["--callback"], { callback: true }],
  [["--hang-up", "caller"], { hangsUp: "caller" }],
  [["--fault", "context-garbled"], { context: { kind: "garbled" } }],
  [["--fault", "caller-hangs-up"], { hangsUp: "caller-at-once" }],
])("%j plans %j", (args, plan) => {
  expect(planOf(...args)).toMatchObject(plan);
});

test("a fault brings the reason whose route meets it, unless another is asked for", () => {
  const reasonOf = (plan: CallPlan) => "context" in plan.context && plan.context.context.reason.id;
  const fault = ["--fault", "meetings-down"];
  expect(reasonOf(planOf(...fault))).toBe("technical-support");
  expect(reasonOf(planOf(...fault, "--reason", "sales"))).toBe("sales");
});

test.each([
  [
    ["--reason", "nonsense"],
    "The reasons are billing, technical-support, order-status, sales, other",
  ],
  [["--field", "plan=gold"], "It has callerName (Caller), accountId (Account ID)."],
  [["--field", "plan"], "Write it as name=value."],
  [["--from", "12065551111"], "E.164 number, such as +12065551111"],
  [["--header", "X-Foo"], 'Write it as "Name: value"'],
  [["--header", "X Foo: bar"], 'Write it as "Name: value"'],
  [["--fault", "meetings"], "Did you mean meetings-throttled, "],
  [["--fault", "gremlins"], "`list` shows them all"],
  [["--locale", "de-DE"], "Allowed choices are en-US, en-CA, es-US, fr-CA"],
  [["--hang-up", "nobody"], "Allowed choices are caller, callee"],
])("%j is refused with what is right", (args, advice) => {
  expect(() => planOf(...args)).toThrow(advice);
});
