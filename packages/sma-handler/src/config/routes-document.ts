import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  createRoutingTable,
  isRoutesError,
  parseRoutes,
  type RoutingTable,
  servedBy,
} from "@skill-call/call-routing";
import type { ConfigMistake } from "@skill-call/lambda-config";
import { destinationKinds } from "../destinations/destination-kinds.ts";

/** Where the ROUTES document is: in the environment, or in a file of the deployment. */
export interface RoutesPlace {
  readonly ROUTES?: string | undefined;
  readonly ROUTES_SOURCE?: string | undefined;
  /** Of the Lambda's own file. */
  readonly folder: string;
}

/** The document, ready to route by, or all that is wrong with it. */
export interface ReadRoutes {
  readonly table?: RoutingTable;
  readonly mistakes: readonly ConfigMistake[];
}

const example = "file:routes.json";

/** A name in the Lambda's folder or below; no way leads out of it. */
const besideLambda = /^file:(?:\.\/)?((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/;

/** Reads the ROUTES document, once, at start. */
export function readRoutesDocument({ ROUTES, ROUTES_SOURCE, folder }: RoutesPlace): ReadRoutes {
  if (ROUTES_SOURCE === undefined) return routesIn(ROUTES ?? "", "ROUTES");
  if (ROUTES !== undefined) return mistaken("is set beside ROUTES; leave one out");
  const [, file] = besideLambda.exec(ROUTES_SOURCE) ?? [];
  if (file === undefined) return mistaken(`must be a file beside the Lambda; example: ${example}`);
  const text = textOf(join(folder, file));
  if (text === undefined) return mistaken(`names a file that cannot be read; example: ${example}`);
  return routesIn(text, "ROUTES_SOURCE");
}

function routesIn(text: string, variable: string): ReadRoutes {
  try {
    const routes = parseRoutes(text, servedBy(destinationKinds));
    return { table: createRoutingTable(routes), mistakes: [] };
  } catch (error) {
    if (!isRoutesError(error)) throw error;
    return { mistakes: error.mistakes.map((mistake) => ({ variable, ...mistake })) };
  }
}

function mistaken(problem: string): ReadRoutes {
  return { mistakes: [{ variable: "ROUTES_SOURCE", problem }] };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
