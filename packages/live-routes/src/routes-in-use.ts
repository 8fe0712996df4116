import type { Destination, DocumentUses, RoutableContext, Route } from "@skill-call/call-routing";
import type { OpenedRoutes } from "./open-routes.ts";

/** Where a call goes, and the name of the document that says so. */
export interface RouteInUse extends Route {
  readonly document: string;
}

/** The documents that calls are routed by: the newest one for new calls, and those by which calls that are on were routed. */
export interface RoutesInUse {
  /** Of the newest document. */
  readonly uses: DocumentUses;
  /** Waits for the first look at the source, where there is one, and not for long. */
  ready(): Promise<void>;
  /** Looks for a newer document in the background, where that was not done lately. */
  refresh(): void;
  /** By the newest document. */
  route(context: RoutableContext | undefined): RouteInUse;
  /** Whether this process has the document. A call of before documents had names was routed by any of them. */
  knows(document: string | undefined): boolean;
  /** The destinations of a rule; none where there is no such rule or document. */
  destinationsOf(rule: Route["rule"], document: string | undefined): readonly Destination[];
}

/** One document that is never exchanged. */
export function fixedRoutes({ table, name }: OpenedRoutes): RoutesInUse {
  const knows = (document: string | undefined) => document === undefined || document === name;
  return {
    get uses() {
      return table.uses;
    },
    ready: async () => {},
    refresh: () => {},
    route: (context) => ({ ...table.route(context), document: name }),
    knows,
    destinationsOf: (rule, document) => (knows(document) ? table.destinationsOf(rule) : []),
  };
}
