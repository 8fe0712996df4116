import {
  createRoutingTable,
  isRoutesError,
  openFiledRoutes,
  parseRoutes,
  type RoutingTable,
  servedBy,
} from "@skill-call/call-routing";
import {
  type ConfigMistake,
  type DocumentPlaces,
  type DocumentRead,
  documentDigest,
  readDocumentVariable,
} from "@skill-call/lambda-config";
import { destinationKinds } from "../destinations/destination-kinds.ts";

/** The document, ready to route by, or all that is wrong with it. */
export interface ReadRoutes {
  readonly table?: RoutingTable;
  readonly mistakes: readonly ConfigMistake[];
}

/** Reads the ROUTES document, of the environment or of a file of the deployment, once, at start. */
export function readRoutesDocument(places: DocumentPlaces): ReadRoutes {
  const document = readDocumentVariable("ROUTES", places);
  if ("mistakes" in document) return document;
  const { variable } = document;
  try {
    return { table: filedTable(document) ?? wholeTable(document), mistakes: [] };
  } catch (error) {
    if (!isRoutesError(error)) throw error;
    return { mistakes: error.mistakes.map((mistake) => ({ variable, ...mistake })) };
  }
}

const served = servedBy(destinationKinds);

function wholeTable({ text }: DocumentRead): RoutingTable {
  return createRoutingTable(parseRoutes(text, served));
}

/** Of a document that was filed where it was deployed: 10,000 rules take no time then. */
function filedTable({ text, index }: DocumentRead): RoutingTable | undefined {
  return index && openFiledRoutes({ text, index }, { served, digest: documentDigest });
}
