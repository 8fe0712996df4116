/** Where in a JSON document: keys and indexes from the root. */
export type JsonPath = readonly (string | number)[];

/** One mistake in one file of the skill package. */
export interface Finding {
  /** Relative to the repository's root. */
  readonly file: string;
  readonly path: JsonPath;
  /** The name of the rule that is broken. */
  readonly rule: string;
  readonly message: string;
}

/** `<file> <JSON path>: <message> (<rule>)`: one line for the terminal. */
export function findingLine({ file, path, message, rule }: Finding): string {
  return `${file} ${jsonPath(path)}: ${message} (${rule})`;
}

/** Writes a path as `$.interactionModel.dialog.intents[0]`. */
export function jsonPath(path: JsonPath): string {
  return path.reduce<string>(
    (written, step) => written + (typeof step === "number" ? `[${step}]` : property(step)),
    "$",
  );
}

function property(name: string): string {
  return /^\w+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** A JSON pointer (RFC 6901) as keys and indexes. */
export function stepsOf(pointer: string): JsonPath {
  const steps = pointer.split("/").slice(1);
  return steps.map((step) =>
    /^\d+$/.test(step) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~"),
  );
}
