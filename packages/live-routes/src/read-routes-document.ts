import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRoutesError } from "@skill-call/call-routing";
import type { ConfigMistake } from "@skill-call/lambda-config";
import { openRoutes, type RoutingService } from "./open-routes.ts";
import { fixedRoutes, type RoutesInUse } from "./routes-in-use.ts";
import { type SourceName, sourceExamples, sourceNameIn } from "./source-name.ts";

/** Where a Lambda finds its routes. */
export interface RoutesPlaces {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of the Lambda's own file. */
  readonly folder: string;
}

/** The document that was deployed, ready to route by, and where a newer one may be found; or all that is wrong with it. */
export type RoutesDocument =
  | { readonly routes: RoutesInUse; readonly source?: SourceName }
  | { readonly mistakes: readonly ConfigMistake[] };

/** A name in the Lambda's folder or below; no way leads out of it. */
const besideLambda = /^file:(?:\.\/)?((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/;

/** What serves until a document could be read from a source elsewhere. */
const deployedFile = "routes.json";

/**
 * Reads the ROUTES document, once, at start: the variable `ROUTES`, or the file that `ROUTES_SOURCE` names, for a Lambda's
 * environment ends at 4 KB. Where it names a source elsewhere, the file `routes.json` is what was deployed.
 */
export function readRoutesDocument(
  { environment, folder }: RoutesPlaces,
  service: RoutingService,
): RoutesDocument {
  const { ROUTES, ROUTES_SOURCE } = environment;
  if (!ROUTES_SOURCE) return opened({ variable: "ROUTES", text: ROUTES ?? "" }, service);
  const variable = "ROUTES_SOURCE";
  const mistaken = (problem: string) => ({ mistakes: [{ variable, problem }] });
  if (ROUTES) return mistaken("is set beside ROUTES; leave one out");
  const source = sourceNameIn(ROUTES_SOURCE);
  const [, file = source && deployedFile] = besideLambda.exec(ROUTES_SOURCE) ?? [];
  if (file === undefined) {
    return mistaken(`must be a file beside the Lambda, or a source; examples: ${sourceExamples}`);
  }
  const text = contentOf(join(folder, file));
  if (text !== undefined) return opened({ variable, text, ...(source && { source }) }, service);
  if (!source) return mistaken("names a file that cannot be read; example: file:routes.json");
  return mistaken(`needs ${deployedFile} beside the Lambda, which serves until it could be read`);
}

interface DocumentText {
  readonly variable: string;
  readonly text: string;
  readonly source?: SourceName;
}

function opened({ variable, text, source }: DocumentText, service: RoutingService): RoutesDocument {
  try {
    return { routes: fixedRoutes(openRoutes(text, service)), ...(source && { source }) };
  } catch (error) {
    if (!isRoutesError(error)) throw error;
    const mistakes = error.mistakes.map(({ path, problem }) => ({
      variable,
      ...(path && { path }),
      problem,
    }));
    return { mistakes };
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
