import type { Packet, Protocol, Transport } from "./transport.ts";

/** Sees every message that passes a transport, in either direction. */
export type MessageObserver = (
  direction: "in" | "out",
  message: Packet & { readonly protocol: Protocol },
) => void;

/** The same transport, watched. */
export function observedTransport(transport: Transport, observe: MessageObserver): Transport {
  const { protocol } = transport;
  return {
    ...transport,
    receive: (listener) =>
      transport.receive((packet) => {
        observe("in", { ...packet, protocol });
        listener(packet);
      }),
    send: (bytes, peer) => {
      observe("out", { bytes, peer, protocol });
      return transport.send(bytes, peer);
    },
  };
}
