import {
  createRoutingTable,
  isRoutesError,
  parseRoutes,
  type RoutingTable,
  servedBy,
} from "@skill-call/call-routing";
import {
  type ConfigMistake,
  type DocumentPlaces,
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
  const { variable, text } = document;
  try {
    const routes = parseRoutes(text, servedBy(destinationKinds));
    return { table: createRoutingTable(routes), mistakes: [] };
  } catch (error) {
    if (!isRoutesError(error)) throw error;
    return { mistakes: error.mistakes.map((mistake) => ({ variable, ...mistake })) };
  }
}
