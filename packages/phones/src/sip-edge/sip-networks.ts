import type { Carrier, VoiceConnectors } from "../lines/line.ts";
import { calleeUri } from "./callee-uri.ts";
import { type CarrierRoutes, carrierFor } from "./carrier-routes.ts";
import type { DialPorts } from "./edge-ports.ts";
import { OutboundLeg } from "./outbound-leg.ts";

/** SIP status of a number that nobody serves (RFC 3261 §21.4.5). */
const notFound = 404;

/** A telephone network made of SIP peers. */
export function createSipCarrier(ports: DialPorts, routes: CarrierRoutes): Carrier {
  return {
    dial: (request, events) => {
      const address = carrierFor(request.to, routes);
      if (address !== undefined) {
        const farEnd = request.bridgedWith === undefined ? "caller" : "callee";
        const target = calleeUri(address, request.to);
        return new OutboundLeg(ports, { request, target, farEnd }, events);
      }
      ports.log("warn", "No carrier of the configuration takes this number.");
      queueMicrotask(() => events.failed(notFound));
      return { hangUp: () => {} };
    },
  };
}

/** Voice Connectors that lead to SIP peers: addresses by ARN. */
export function createSipVoiceConnectors(
  ports: DialPorts,
  addresses: Readonly<Record<string, string>>,
): VoiceConnectors {
  return {
    dial: (request, events) => {
      const address = Object.hasOwn(addresses, request.arn) ? addresses[request.arn] : undefined;
      if (address === undefined) return undefined;
      const target = calleeUri(address, request.user);
      return new OutboundLeg(ports, { request, target, farEnd: "contact-centre" }, events);
    },
  };
}
