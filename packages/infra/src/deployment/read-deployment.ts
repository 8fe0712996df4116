import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import * as v from "valibot";
import { type Deployment, parseDeployment } from "./deployment.ts";
import { DeploymentError } from "./deployment-error.ts";

const routesByPath = v.looseObject({ sma: v.looseObject({ routes: v.string() }) });

/**
 * Reads a deployment document from a file, and its routes from the file that they name.
 * @throws {DeploymentError} when a file cannot be read or is no JSON, or when the document does not fit
 */
export function readDeployment(path: string): Deployment {
  return parseDeployment(readDocument(path));
}

/**
 * The same, fit or not.
 * @throws {DeploymentError} when a file cannot be read or is no JSON
 */
export function readDocument(path: string): unknown {
  const document = readJson(path, path);
  const { success, output } = v.safeParse(routesByPath, document);
  if (!success) return document;
  const { sma } = output;
  const routes = readJson(resolve(dirname(path), sma.routes), `sma.routes: ${sma.routes}`);
  return { ...output, sma: { ...sma, routes } };
}

function readJson(path: string, place: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const problem = cause instanceof SyntaxError ? "is no JSON" : "cannot be read";
    throw new DeploymentError([`${place} ${problem}`], { cause });
  }
}
