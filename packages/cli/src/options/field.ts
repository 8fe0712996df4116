import { InvalidArgumentError } from "commander";

/** What `--field` says, in its order: a field's ID or label, and its value. */
export type FieldOption = readonly (readonly [field: string, value: string])[];

/** Collects `--field name=value` options; the call form says which names and values there are. */
export function collectField(given: string, collected: FieldOption = []): FieldOption {
  const at = given.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Write it as name=value.");
  return [...collected, [given.slice(0, at), given.slice(at + 1)]];
}
