export {
  type AllowedNumbers,
  type Destination,
  type DestinationOf,
  type DestinationService,
  type DestinationType,
  destinationTypes,
  type NumberType,
  numberTypes,
  type ServiceAuth,
  type UserToUserForm,
} from "./destination.ts";
export {
  type DestinationKind,
  type DestinationKinds,
  kindOf,
  refused,
  servedBy,
} from "./destination-kinds.ts";
export { dialledNumber } from "./dialled-number.ts";
export { type DocumentUses, queueInstanceOf, usesOf } from "./document-uses.ts";
export {
  type CallRoutingErrorCode,
  callRoutingErrorCodes,
  DestinationNotServedError,
  isRoutesError,
  RoutesError,
  type RoutesMistake,
} from "./errors.ts";
export { fileRoutes } from "./filed/file-routes.ts";
export type { Digest } from "./filed/filing.ts";
export { type OpeningOptions, openFiledRoutes } from "./filed/open-filed-routes.ts";
export { routesJsonSchema } from "./json-schema.ts";
export { parseRoutes, readRoutes } from "./read-routes.ts";
export type { ConditionField, RoutableContext, Routes, Rule, When } from "./routes.ts";
export {
  createRoutingTable,
  type Route,
  type RoutingTable,
  type RuleName,
} from "./routing-table.ts";
export { everyDestination, type Served } from "./served-destinations.ts";
export type { JsonSchema, Problem as RoutesProblem } from "./shape.ts";
