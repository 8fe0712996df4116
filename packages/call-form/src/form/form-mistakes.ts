import { pointerOf } from "../document/document-mistakes.ts";
import type { FieldDocument, FormDocument } from "../document/form-document.ts";

/** What stands where in one document and is wrong. */
export interface Mistake {
  readonly pointer: string;
  readonly problem: string;
}

/** Names of the call context's record that no field may take. */
const reserved = [
  "contextId",
  "status",
  "createdAt",
  "expiresAt",
  "transactionId",
  "accountIdVerified",
  "callerNumber",
  "locale",
  "skillId",
  "callStarter",
  "asked",
  "change",
  "confirmation",
  "doubt",
  "misheard",
  "noEmergency",
  "tries",
  "without",
  "consentAsked",
] as const;

/** The fields that the call context knows by name, and of which kind each is. */
const wellKnown: Readonly<Record<string, FieldDocument["kind"]>> = {
  callerName: "name",
  accountId: "account-id",
  reason: "reason",
};

/** What the schema of call-form.json cannot say. */
export function* formMistakes(form: FormDocument): Iterable<Mistake> {
  for (const [index, field] of form.fields.entries())
    for (const { pointer, problem } of fieldMistakes(field))
      yield { pointer: pointerOf(["fields", index]) + pointer, problem };
  yield* repeatedValues(
    form.fields.map(({ id }) => id),
    (index) => ["fields", index, "id"],
  );
  yield* repeatedValues(form.reasons, (index) => ["reasons", index]);
  yield* repeatedValues(form.locales, (index) => ["locales", index]);
  yield* missingFields(form);
  for (const [index, id] of (form.confirmation?.repeats ?? []).entries())
    if (!form.fields.some((field) => field.id === id))
      yield {
        pointer: pointerOf(["confirmation", "repeats", index]),
        problem: `"${id}" is not a field`,
      };
}

function* fieldMistakes(field: FieldDocument): Iterable<Mistake> {
  const { id, kind, required, skippable, asked } = field;
  if (reserved.some((name) => name === id))
    yield { pointer: "/id", problem: `"${id}" is the record's own; take another name` };
  const expected = wellKnown[id];
  if (expected !== undefined && kind !== expected)
    yield { pointer: "/kind", problem: `must be ${expected}: ${id} is always of this kind` };
  if (kind === "reason" && id !== "reason")
    yield { pointer: "/id", problem: 'must be "reason": there is one reason to a call' };
  if (required && skippable && kind !== "reason")
    yield {
      pointer: "/skippable",
      problem: "contradicts required: a required field has an answer",
    };
  if ((required ?? kind === "reason") && asked === 0)
    yield { pointer: "/asked", problem: "contradicts required: nobody would ask for it" };
  yield* profileMistakes(field);
  if (kind === "choice") yield* repeatedValues(field.choices, (index) => ["choices", index]);
}

function* profileMistakes(field: FieldDocument): Iterable<Mistake> {
  if (field.kind === "name" && field.fromProfile && field.id !== "callerName")
    yield {
      pointer: "/fromProfile",
      problem: "is for callerName: the account's name is who calls",
    };
}

function* missingFields({ fields, reasons }: FormDocument): Iterable<Mistake> {
  if (!fields.some(({ id }) => id === "callerName"))
    yield { pointer: "/fields", problem: 'must have {"id": "callerName", "kind": "name"}' };
  const asksForReason = fields.some(({ kind }) => kind === "reason");
  if (reasons.length > 1 && !asksForReason)
    yield { pointer: "/fields", problem: 'must have {"id": "reason", "kind": "reason"}' };
  if (reasons.length > 1 && !reasons.includes("other"))
    yield { pointer: "/reasons", problem: 'must have "other", for whatever matches none' };
}

function* repeatedValues(
  values: readonly string[],
  place: (index: number) => readonly (string | number)[],
): Iterable<Mistake> {
  for (const [index, value] of values.entries())
    if (values.indexOf(value) < index)
      yield { pointer: pointerOf(place(index)), problem: `"${value}" stands twice` };
}
