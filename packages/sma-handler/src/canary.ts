import { findLeg, type PstnAudioEvent } from "@skill-call/pstn-audio";
import type { Config } from "./config/config.ts";
import type { Ports } from "./ports.ts";

interface Surroundings {
  readonly config: Config;
  readonly ports: Ports;
}

/**
 * Whether the deployment itself placed the call, on a schedule: both of its ends come here. The number that it comes from
 * is told by the carrier: whoever writes it into a call of theirs hears an apology, and reaches nobody.
 */
export function isCanary(event: PstnAudioEvent, canaryNumber: string | undefined): boolean {
  return canaryNumber !== undefined && findLeg(event, "LEG-A")?.from === canaryNumber;
}

/**
 * What such a call may reach: its context, and the words of the apology that ends it. It is led to nobody, and not
 * counted.
 */
export function surroundingsOf(event: PstnAudioEvent, everything: Surroundings): Surroundings {
  const { config, ports } = everything;
  if (!isCanary(event, config.canaryNumber)) return everything;
  const everywhere = config.routes;
  const routes: Config["routes"] = {
    uses: everywhere.uses,
    ready: () => everywhere.ready(),
    refresh: () => everywhere.refresh(),
    knows: () => true,
    route: (context) => ({ ...everywhere.route(context), destinations: [] }),
    destinationsOf: () => [],
  };
  return { config: { ...config, routes }, ports: { ...ports, measure: () => {} } };
}
