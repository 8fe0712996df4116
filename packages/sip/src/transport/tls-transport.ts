import { connect, createServer } from "node:tls";
import { SipTransportError } from "../errors.ts";
import { openStreamTransport } from "./stream-transport.ts";
import { defaultHost, type ListenOptions, type Transport } from "./transport.ts";

export interface TlsOptions extends ListenOptions {
  /** Our certificate chain, PEM. */
  readonly certificate: string;
  /** Its private key, PEM. */
  readonly key: string;
  /** Whom we trust to vouch for a peer that we connect to, PEM; without it, whom Node trusts. */
  readonly authorities?: string | undefined;
}

/**
 * Opens a TLS listener for SIP (RFC 3261 §26.2.1). Peers that connect to us need no certificate.
 *
 * @throws {SipTransportError} when the address cannot be had, or the certificate and the key are not fit for use.
 */
export async function openTlsTransport(options: TlsOptions): Promise<Transport> {
  const { certificate: cert, key, authorities, host = defaultHost, port = 0 } = options;
  return openStreamTransport(
    {
      protocol: "TLS",
      server: server({ cert, key }, `${host}:${port}`),
      arrival: "secureConnection",
      ready: "secureConnect",
      connect: ({ address, port: to, name }) =>
        connect({
          ...{ host: address, port: to, cert, key },
          ...(name !== undefined && { servername: name }),
          ...(authorities !== undefined && { ca: authorities }),
        }),
    },
    options,
  );
}

function server(identity: { readonly cert: string; readonly key: string }, at: string) {
  try {
    // A peer that fails to shake hands does not trouble anybody else.
    return createServer(identity).on("tlsClientError", () => {});
  } catch (cause) {
    throw new SipTransportError("TLS", at, cause);
  }
}
