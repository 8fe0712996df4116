import { expect, test } from "@jest/globals";
import { formDocuments } from "../../test/form-documents.ts";
import { readCallForm } from "../form/read-call-form.ts";
import { contactAttributesOf } from "./contact-attributes.ts";
import { contextSchemaOf } from "./context-schema.ts";
import { contextTypeOf } from "./context-type.ts";
import { fieldLabelsOf, maskedValue } from "./field-labels.ts";
import { routeMistakes } from "./route-mistakes.ts";

const form = readCallForm(formDocuments());

const context = {
  callerName: "Ana",
  accountIdVerified: false,
  birthday: "1980-02-29",
  callBackNumber: "+12045550100",
  practice: "north",
  urgent: true,
  reason: { id: "appointment" },
};

async function misfits(value: unknown) {
  const result = await contextSchemaOf(form)["~standard"].validate(value);
  return (result.issues ?? []).map(({ path = [], message }) => [
    path.map((step) => (typeof step === "object" ? step.key : step)).join("."),
    message,
  ]);
}

test("a context of the form fits its schema, with fields of others beside it", async () => {
  expect(await misfits({ ...context, ofOurs: 1 })).toEqual([]);
});

test.each([
  [{ reason: { id: "billing" } }, "reason.id", "must be one of appointment, prescription, other"],
  [{ practice: "east" }, "practice", "must be one of north, south"],
  [{ urgent: "yes" }, "urgent", "must be true or false"],
  [{ visits: "3" }, "visits", "must be a number"],
  [{ birthday: "soon" }, "birthday", "must be a day such as 2026-01-31"],
  [{ callBackNumber: "555" }, "callBackNumber", "must be an E.164 number"],
  [{ accountId: "12345675" }, "accountId", "must be an account ID of the form"],
  [{ note: "" }, "note", "must not be empty"],
])("a context with %j does not fit", async (changes, field, message) => {
  expect(await misfits({ ...context, ...changes })).toEqual([[field, message]]);
});

test("a required field may not be missing, an optional one may", async () => {
  const { birthday: _, ...without } = context;
  expect((await misfits(without)).map(([field]) => field)).toEqual(["birthday"]);
});

test("the context's type names every field, its values and what may be missing", () => {
  expect(
    contextTypeOf(form),
  ).toBe(`// Generated from call-form.json. Do not edit: change the form, and run \`pnpm skill:models\`.
import type { CallContext } from "@skill-call/call-context";

/** The call context as the call form fills it. */
export interface FormCallContext extends CallContext {
  readonly reason: {
    readonly id: "appointment" | "prescription" | "other";
    readonly text?: string;
  };
  readonly callerName: string;
  readonly accountId?: string;
  /** ISO 8601, such as \`2026-01-31\`. */
  readonly birthday: string;
  /** E.164. */
  readonly callBackNumber?: string;
  readonly practice?: "north" | "south";
  readonly visits?: number;
  readonly urgent?: boolean;
  readonly note?: string;
}
`);
});

test("pages show the fields with labels in the reader's language", () => {
  const labels = fieldLabelsOf(form, "fr-CA");
  expect(labels.map(({ label }) => label)).toEqual([
    "Appelant",
    "Numéro de compte",
    "Date de naissance",
    "Numéro de téléphone",
    "Clinique",
    "Nombre de visites",
    "Urgence",
    "Note",
    "Motif",
  ]);
  expect(labels[2]).toMatchObject({ id: "birthday", kind: "date", sensitive: true });
  expect(labels[4]?.values).toEqual({ north: "nord", south: "sud" });
  expect(fieldLabelsOf(form, "de-DE")[0]?.label).toBe("Caller");
});

test("a sensitive value is masked but for its end", () => {
  expect(maskedValue("1980-02-29")).toBe("••••29");
  expect(maskedValue("1234")).toBe("••••");
  expect(maskedValue(true)).toBe("••••");
});

test("a contact's attributes are the reason and the choices that are not sensitive", () => {
  expect(contactAttributesOf(form, context)).toEqual({ reason: "appointment", practice: "north" });
  const fields = form.fields.map((field) => ({ ...field, sensitive: true }));
  expect(contactAttributesOf({ ...form, fields }, context)).toEqual({ reason: "appointment" });
  expect(contactAttributesOf(form, { ...context, practice: "the blue one" })).toEqual({
    reason: "appointment",
  });
});

test("conditions that no call can meet are named with their place", () => {
  const rules = [
    { when: { reason: ["appointment", "billing"], "context.practice": "east" } },
    { when: { "context.doctor": "house", locale: "en-US" } },
    { when: { "context.urgent": "maybe", "context.callerName": "Ana" } },
    { when: { "context.urgent": true, "context.practice": ["north", "south"] } },
  ];
  expect(routeMistakes(form, { rules })).toEqual([
    {
      pointer: "/rules/0/when/reason",
      problem: '"billing" is not a reason of the form: no call will ever have it',
    },
    { pointer: "/rules/0/when/context.practice", problem: 'practice is never "east"' },
    { pointer: "/rules/1/when/context.doctor", problem: '"doctor" is not a field of the form' },
    { pointer: "/rules/2/when/context.urgent", problem: 'urgent is never "maybe"' },
  ]);
});
