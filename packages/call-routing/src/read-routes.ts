import { RoutesError } from "./errors.ts";
import type { Routes } from "./routes.ts";
import { routesShape } from "./routes-shape.ts";
import { everyDestination, type Served } from "./served-destinations.ts";
import type { Problem } from "./shape.ts";

const example = '{"rules":[],"otherwise":[{"type":"pstn","number":"+12045550100"}]}';

/**
 * The ROUTES document in a text.
 * @param served what the service that routes by it can serve; everything, where it is absent
 * @throws {RoutesError} with every mistake in it
 */
export function parseRoutes(text: string, served: Served = everyDestination): Routes {
  return readRoutes(parsedJson(text), served);
}

/**
 * The ROUTES document in a value that was parsed from JSON.
 * @param served what the service that routes by it can serve; everything, where it is absent
 * @throws {RoutesError} with every mistake in it
 */
export function readRoutes(document: unknown, served: Served = everyDestination): Routes {
  const problems = routesShape(served).problemsOf(document);
  if (!isSound(document, problems)) throw new RoutesError(problems);
  return document;
}

/** A document in which its shape finds nothing is what the type says. */
function isSound(_document: unknown, problems: readonly Problem[]): _document is Routes {
  return problems.length === 0;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RoutesError([{ path: [], problem: jsonProblem(text, error) }]);
  }
}

/** Where JSON breaks; the parser's own words would quote the document. */
function jsonProblem(text: string, error: unknown): string {
  const position = /position \d+/.exec(String(error))?.[0];
  const problem = text.trim() === "" ? "is missing" : "is not JSON";
  const where = position ? ` (breaks at ${position})` : "";
  return `${problem}${where}; example: ${example}`;
}
