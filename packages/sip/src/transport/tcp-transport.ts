import { connect, createServer } from "node:net";
import { openStreamTransport } from "./stream-transport.ts";
import type { ListenOptions, Transport } from "./transport.ts";

/** Opens a TCP listener for SIP. @throws {SipTransportError} when the address cannot be had. */
export function openTcpTransport(options: ListenOptions = {}): Promise<Transport> {
  return openStreamTransport(
    {
      protocol: "TCP",
      server: createServer(),
      arrival: "connection",
      ready: "connect",
      connect: ({ address, port }) => connect({ host: address, port }),
    },
    options,
  );
}
