import type * as v from "valibot";

/** One thing that is wrong in the environment. */
export interface ConfigMistake {
  /** Such as `CALLER_ID_NUMBER`. */
  readonly variable: string;
  /** Where inside the variable, such as `rules[0].to[1].arn`; absent for the variable as a whole. */
  readonly path?: string;
  /** What is wrong, and an example of a right value. */
  readonly problem: string;
}

/** Which Lambda cannot start. */
export interface Starting {
  /** Stable, documented in docs/errors.md. */
  readonly code: `${string}.config`;
  /** Such as `The SMA handler`. */
  readonly lambda: string;
}

/** The environment is not fit to start with; it names every mistake at once, and no value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code: Starting["code"];
  readonly mistakes: readonly ConfigMistake[];

  constructor({ code, lambda }: Starting, mistakes: readonly ConfigMistake[]) {
    const count = mistakes.length === 1 ? "one mistake" : `${mistakes.length} mistakes`;
    const lines = mistakes.map(lineOf).join("\n");
    super(`${lambda} cannot start, ${count} in its environment:\n${lines}`);
    this.code = code;
    this.mistakes = mistakes;
  }
}

function lineOf({ variable, path, problem }: ConfigMistake): string {
  return `- ${variable}${path ? ` at ${path}` : ""}: ${problem}`;
}

/** The mistake that an issue tells of, where the environment as a whole was parsed. */
export function mistakeOf({ path, message }: v.BaseIssue<unknown>): ConfigMistake {
  const [variable, ...inside] = (path ?? []).map(({ key }) => key);
  const place = placeOf(inside);
  return { variable: String(variable), ...(place && { path: place }), problem: message };
}

/** Such as `rules[0].to[1].arn`. */
function placeOf(keys: readonly unknown[]): string {
  const steps = keys.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`));
  return steps.join("").replace(/^\./, "");
}
