import type { Environment } from "@skill-call/aws-request";
import { LiveRoutes, type LiveRoutesPorts } from "./live-routes.ts";
import { openRoutes, type RoutingService } from "./open-routes.ts";
import type { RoutesInUse } from "./routes-in-use.ts";
import type { SourceName } from "./source-name.ts";
import { openSource } from "./sources/open-source.ts";

export interface KeepingOptions {
  /** Where a newer document may be found; without one the deployed document stays. */
  readonly source: SourceName | undefined;
  readonly service: RoutingService;
  readonly environment: Environment;
  readonly ports: LiveRoutesPorts;
}

/** Some 2,000 rules, which take 10 ms. */
const mostUnfiled = 256 * 1024;

/** The deployed routes, exchanged for those of their source as long as the process runs. */
export function keepUpToDate(
  deployed: RoutesInUse,
  { source, service, environment, ports }: KeepingOptions,
): RoutesInUse {
  if (source === undefined) return deployed;
  const open = (text: string) => openRoutes(text, service, { mostUnfiled });
  return new LiveRoutes({ ...ports, deployed, source: openSource(source, environment), open });
}
