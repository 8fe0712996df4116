import { isRawObject } from "../raw-fields.ts";
import { type Finding, invalid, refusal, type ServiceWords, warning } from "./finding.ts";
import type { ValueRule } from "./value-rules.ts";

/** Checks one parameter; an absent one is undefined. */
export type ParameterRule = (value: unknown, field: string) => readonly Finding[];

/** The rules of a map of parameters by name. Whatever is not named here the service does not know. */
export type ParameterRules<Name extends string = string> = Readonly<Record<Name, ParameterRule>>;

/** `words`: how the service refuses a wrong value; `ifMissing`: a missing one, where that differs. */
export function required(
  accepts: ValueRule,
  words?: ServiceWords,
  ifMissing: ServiceWords | undefined = words,
): ParameterRule {
  return (value, field) =>
    isAbsent(value)
      ? [refusal(ifMissing ?? invalidParameter(field), field, "is required")]
      : check(accepts, { value, field, words });
}

export function optional(accepts: ValueRule, words?: ServiceWords): ParameterRule {
  return (value, field) => (isAbsent(value) ? [] : check(accepts, { value, field, words }));
}

/** A parameter that is a map of parameters itself; `words`: how the service refuses what is not a map. */
export function requiredMap(rules: ParameterRules, words: ServiceWords): ParameterRule {
  return (value, field) => {
    if (isAbsent(value)) return [refusal(words, field, "is required")];
    return isRawObject(value)
      ? checkParameters(value, rules, field)
      : [refusal(words, field, "is not an object")];
  };
}

export function optionalMap(rules: ParameterRules, words: ServiceWords): ParameterRule {
  const present = requiredMap(rules, words);
  return (value, field) => (isAbsent(value) ? [] : present(value, field));
}

interface Parameter {
  readonly value: unknown;
  readonly field: string;
  readonly words: ServiceWords | undefined;
}

function check(accepts: ValueRule, { value, field, words }: Parameter): readonly Finding[] {
  const problem = accepts(value);
  return problem === undefined ? [] : [refusal(words ?? invalidParameter(field), field, problem)];
}

/** The service reads null as absent. */
export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** The pattern of the guide's table; the guide does not print the words for every parameter. */
function invalidParameter(field: string): ServiceWords {
  return invalid(`The ${field.split(".").at(-1)} parameter is invalid.`);
}

/** `at` is the path of the map itself, such as `Endpoints[0]`; empty for an action's own Parameters. */
export function checkParameters(
  parameters: Readonly<Record<string, unknown>>,
  rules: ParameterRules,
  at = "",
): readonly Finding[] {
  const path = (name: string) => (at === "" ? name : `${at}.${name}`);
  const known = Object.entries(rules).flatMap(([name, rule]) => rule(parameters[name], path(name)));
  const unknown = Object.keys(parameters).filter((name) => !Object.hasOwn(rules, name));
  return [...known, ...unknown.map((name) => unknownParameter(path(name), closest(name, rules)))];
}

function unknownParameter(field: string, meant: string | undefined): Finding {
  const advice = meant === undefined ? "" : ` Is ${meant} meant?`;
  return warning(field, `The service knows no such parameter here and ignores it.${advice}`);
}

/** Catches the slips seen in public samples: `InputDigitRegex`, `RecordinDestination`, `DurationInMilliSeconds`. */
function closest(name: string, rules: ParameterRules): string | undefined {
  const wanted = name.toLowerCase();
  return Object.keys(rules).find((known) => differsByOneLetter(known.toLowerCase(), wanted));
}

function differsByOneLetter(left: string, right: string): boolean {
  return left === right || lacksOneLetter(left, right) || lacksOneLetter(right, left);
}

function lacksOneLetter(short: string, long: string): boolean {
  return [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
}
