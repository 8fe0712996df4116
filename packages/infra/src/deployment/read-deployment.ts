import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import * as v from "valibot";
import { type Deployment, parseDeployment } from "./deployment.ts";
import { DeploymentError } from "./deployment-error.ts";

/** A section with routes in a file of their own. */
const routesByPath = v.looseObject({ routes: v.string() });

/** The sections that route. */
const routing = ["sma", "connect"];

/**
 * Reads a deployment document from a file, and its routes from the file that they name.
 * @throws {DeploymentError} when a file cannot be read or is not JSON, or when the document does not fit
 */
export function readDeployment(path: string): Deployment {
  return parseDeployment(readDocument(path));
}

/**
 * The same, fit or not.
 * @throws {DeploymentError} when a file cannot be read or is not JSON
 */
export function readDocument(path: string): unknown {
  const document = readJson(path, path);
  if (typeof document !== "object" || document === null || Array.isArray(document)) return document;
  const entries = Object.entries(document).map(([name, section]) => {
    const { success, output } = v.safeParse(routesByPath, section);
    if (!success || !routing.includes(name)) return [name, section];
    const file = resolve(dirname(path), output.routes);
    return [name, { ...output, routes: readJson(file, `${name}.routes: ${output.routes}`) }];
  });
  return Object.fromEntries(entries);
}

function readJson(path: string, place: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const problem = cause instanceof SyntaxError ? "is not JSON" : "cannot be read";
    throw new DeploymentError([`${place} ${problem}`], { cause });
  }
}
