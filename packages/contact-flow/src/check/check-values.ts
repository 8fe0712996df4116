import { isBareNamespace, referencesIn } from "../flow/json-path.ts";
import { isRawObject, type RawObject } from "../raw-fields.ts";
import { type Finding, mistake } from "../rules/finding.ts";

/** Parameters whose values are data of their own and keep their JSON types. */
const freeForm: ReadonlySet<string> = new Set(["ViewData", "RoutingCriteria"]);

/** What holds of every value in Parameters, whatever the action: a text, and not an empty one. */
export function checkValues(parameters: RawObject): readonly Finding[] {
  return Object.entries(parameters).flatMap(([name, value]) =>
    checkValue(value, `Parameters.${name}`, freeForm.has(name)),
  );
}

function checkValue(value: unknown, at: string, free: boolean): readonly Finding[] {
  if (typeof value === "string") return checkText(value, at);
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => checkValue(entry, `${at}[${index}]`, free));
  }
  if (isRawObject(value)) {
    return Object.entries(value).flatMap(([name, entry]) =>
      checkValue(entry, `${at}.${name}`, free),
    );
  }
  if (free) return [];
  const found = value === null ? "null" : typeof value;
  return [mistake("not-a-string", at, `is a ${found}: in the flow language every value is a text`)];
}

function checkText(value: string, at: string): readonly Finding[] {
  if (value === "")
    return [mistake("empty-value", at, "is empty: leave it out, or give it a value")];
  const bare = referencesIn(value).some(isBareNamespace);
  return bare ? [mistake("reference", at, "refers to a namespace, not to a value in it")] : [];
}
