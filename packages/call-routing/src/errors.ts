import type { Problem } from "./shape.ts";

/** The stable codes. */
export const callRoutingErrorCodes = ["call-routing.routes", "call-routing.not-served"] as const;
export type CallRoutingErrorCode = (typeof callRoutingErrorCodes)[number];

/** One mistake in a ROUTES document. */
export interface RoutesMistake {
  /** Such as `rules[0].to[1].arn`; empty for the document as a whole. */
  readonly path: string;
  /** What is wrong, and an example of a right value; never the value itself. */
  readonly problem: string;
}

/** A ROUTES document is not fit to route by; it names every mistake at once. */
export class RoutesError extends Error {
  override readonly name = "RoutesError";
  readonly code = "call-routing.routes";
  readonly mistakes: readonly RoutesMistake[];

  constructor(problems: readonly Problem[]) {
    const mistakes = problems.map(({ path, problem }) => ({ path: placeOf(path), problem }));
    const count = mistakes.length === 1 ? "one mistake" : `${mistakes.length} mistakes`;
    const lines = mistakes.map(({ path, problem }) => `- ${path && `at ${path}: `}${problem}`);
    super(`The ROUTES document has ${count}:\n${lines.join("\n")}`);
    this.mistakes = mistakes;
  }
}

/** A destination was to be connected that the telephony service cannot serve; a document that was read has none. */
export class DestinationNotServedError extends Error {
  override readonly name = "DestinationNotServedError";
  readonly code = "call-routing.not-served";
  /** Of the destination. */
  readonly type: string;

  constructor(type: string, refusal: string) {
    super(`A destination cannot be "${type}" here: ${refusal}`);
    this.type = type;
  }
}

function placeOf(path: Problem["path"]): string {
  const steps = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`));
  return steps.join("").replace(/^\./, "");
}

/** Identifies a RoutesError by its code, even if a bundle contains two copies of the package. */
export function isRoutesError(error: unknown): error is RoutesError {
  return error instanceof Error && Reflect.get(error, "code") === "call-routing.routes";
}
