import type { Scanner } from "./scanner.ts";

/** A `;name=value` of a header or URI, as it was sent; a quoted value keeps its quotes. */
export interface Param {
  readonly name: string;
  readonly value?: string | undefined;
}

/** RFC 3261 §25.1 generic-param: the value is a token, a host or a quoted string. */
const headerParam =
  /[ \t]*;[ \t]*([-.!%*_+`'~\w]+)(?:[ \t]*=[ \t]*([-.!%*_+`'~\w:[\]]+|"(?:[^"\\]|\\[\s\S])*"))?/y;

export function takeHeaderParams(scanner: Scanner): Param[] {
  const params: Param[] = [];
  for (let found = scanner.match(headerParam); found; found = scanner.match(headerParam)) {
    params.push({ name: found[1] ?? "", value: found[2] });
  }
  return params;
}

/** The value of a parameter; empty where the parameter has none, undefined where it is absent. */
export function paramValue(params: readonly Param[], name: string): string | undefined {
  const found = params.find((candidate) => candidate.name.toLowerCase() === name);
  return found && (found.value ?? "");
}

/** The same parameters with this one set. */
export function withParam(params: readonly Param[], name: string, value: string): Param[] {
  const others = params.filter((candidate) => candidate.name.toLowerCase() !== name);
  return [...others, { name, value }];
}

export function formatParams(params: readonly Param[]): string {
  return params
    .map(({ name, value }) => (value === undefined ? `;${name}` : `;${name}=${value}`))
    .join("");
}
