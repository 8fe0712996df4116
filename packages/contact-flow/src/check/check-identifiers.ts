import { objectOrEmpty } from "../raw-fields.ts";
import type { FlowProblem } from "./flow-problem.ts";

const maxLength = 50;
const forbidden = /[%:(\\/)=$,;[\]{}]/;
/** Refused by name in the flow language reference, "Identifier". */
const reserved: ReadonlySet<string> = new Set([
  "__proto__",
  "constructor",
  "__defineGetter__",
  "__defineSetter__",
  "toString",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "valueOf",
]);

export function checkIdentifiers(actions: readonly unknown[]): readonly FlowProblem[] {
  const identifiers = actions.map((action) => objectOrEmpty(action).Identifier);
  return identifiers.flatMap((identifier, index) => {
    const place = `Actions[${index}].Identifier`;
    const twice = identifiers.indexOf(identifier) < index ? ["is that of an action before"] : [];
    return [...problemsOf(identifier), ...twice].map((message) => ({
      severity: "error" as const,
      rule: "identifier" as const,
      place,
      message,
    }));
  });
}

function problemsOf(identifier: unknown): readonly string[] {
  if (typeof identifier !== "string" || identifier === "") return ["is missing"];
  return [
    ...(identifier.length > maxLength ? [`has more than ${maxLength} characters`] : []),
    ...(forbidden.test(identifier) ? ["has one of % : ( \\ / ) = $ , ; [ ] { }"] : []),
    ...(reserved.has(identifier) ? ["is a reserved word"] : []),
  ];
}
