import type { FieldDocument } from "../document/form-document.ts";
import type { Field, FieldBasics, FieldKind } from "./field.ts";

const asRequired: readonly FieldKind[] = ["reason"];
const asReadBack: readonly FieldKind[] = ["name", "account-id", "phone", "date"];
/** Nobody is asked a third time; a reason that is not understood twice is taken in the caller's own words. */
const mostAsked = 2;

/** A field with the defaults of its kind. */
export function fieldOfDocument(document: FieldDocument): Field {
  const basics = basicsOf(document);
  switch (document.kind) {
    case "name":
      return { ...basics, kind: "name", ...(document.fromProfile && { fromProfile: true }) };
    case "reason":
    case "yes-no":
      return { ...basics, kind: document.kind };
    case "choice":
      return { ...basics, kind: "choice", choices: document.choices };
    case "account-id": {
      const { length = [4, 16], luhn = false, pattern } = document.check;
      const check = { length: rangeOf(length), luhn, ...(pattern !== undefined && { pattern }) };
      return { ...basics, kind: "account-id", check };
    }
    case "date":
      return { ...basics, kind: "date", check: given(document.check) };
    case "number":
      return { ...basics, kind: "number", check: given(document.check) };
    case "phone": {
      const { countries = ["US", "CA"] } = document.check;
      return { ...basics, kind: "phone", check: { countries } };
    }
    case "words": {
      const { length = [1, 120] } = document.check;
      return { ...basics, kind: "words", check: { length: rangeOf(length) } };
    }
  }
}

function basicsOf(document: FieldDocument): FieldBasics {
  const { id, kind, required = asRequired.includes(kind) } = document;
  const {
    skippable = !required || kind === "reason",
    asked = mostAsked,
    sensitive = false,
    readBack = asReadBack.includes(kind),
  } = document;
  return { id, required, skippable, asked, sensitive, readBack };
}

/** A single length is the shortest and the longest. */
function rangeOf(length: number | readonly [number, number]): readonly [number, number] {
  return typeof length === "number" ? [length, length] : length;
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Without the properties that are there but undefined. */
function given<T extends object>(object: T): Given<T> {
  return Object.fromEntries(
    Object.entries(object).filter(([, each]) => each !== undefined),
  ) as Given<T>;
}
