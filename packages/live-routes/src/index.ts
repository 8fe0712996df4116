export { documentDigest } from "./document-digest.ts";
export { type KeepingOptions, keepUpToDate } from "./keep-up-to-date.ts";
export type { RoutesNotTakenOver } from "./live-routes.ts";
export type { RoutingService } from "./open-routes.ts";
export { type RoutesDocument, readRoutesDocument } from "./read-routes-document.ts";
export { fixedRoutes, type RouteInUse, type RoutesInUse } from "./routes-in-use.ts";
export type { SourceName } from "./source-name.ts";
