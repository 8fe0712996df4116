import {
  createRoutingTable,
  type DocumentUses,
  openFiledRoutes,
  parseRoutes,
  type Routes,
  RoutesError,
  type RoutesProblem,
  type RoutingTable,
  type Served,
} from "@skill-call/call-routing";
import { documentDigest } from "./document-digest.ts";

/** What of a document a handler can carry out. */
export interface RoutingService {
  readonly served: Served;
  /** What it cannot besides, by what the document uses, and then with each place. */
  readonly limits?: {
    readonly keptBy: (uses: DocumentUses) => boolean;
    readonly problemsIn: (routes: Routes) => readonly RoutesProblem[];
  };
}

/** A document, ready to route by. */
export interface OpenedRoutes {
  readonly table: RoutingTable;
  /** Names the document where a call has to say which one it was routed by; eight characters. */
  readonly name: string;
}

export interface OpeningLimits {
  /** Characters of a document that is read as a whole, which takes longer than a call that is on should wait. */
  readonly mostUnfiled?: number;
}

/**
 * Opens a document: by its index where it has one, so that 10,000 rules take no time, and else as a whole.
 * @throws {RoutesError} with every mistake in it
 */
export function openRoutes(
  text: string,
  service: RoutingService,
  { mostUnfiled = Number.POSITIVE_INFINITY }: OpeningLimits = {},
): OpenedRoutes {
  const filed = filedTable(text, service);
  if (!filed && text.length > mostUnfiled) {
    const problem = `has more than ${mostUnfiled} characters, and no index: file it first`;
    throw new RoutesError([{ path: [], problem }]);
  }
  return { table: filed ?? wholeTable(text, service), name: nameOf(text) };
}

function filedTable(text: string, { served, limits }: RoutingService): RoutingTable | undefined {
  const serves = (uses: DocumentUses) =>
    uses.types.every((type) => served[type] === true) && (limits?.keptBy(uses) ?? true);
  return openFiledRoutes(text, { serves, digest: documentDigest });
}

function wholeTable(text: string, { served, limits }: RoutingService): RoutingTable {
  const routes = parseRoutes(text, served);
  const problems = limits?.problemsIn(routes) ?? [];
  if (problems.length > 0) throw new RoutesError(problems);
  return createRoutingTable(routes);
}

/** URL-safe: it stands among the attributes of a call. */
function nameOf(text: string): string {
  return documentDigest(text).slice(0, 8).replaceAll("+", "-").replaceAll("/", "_");
}
