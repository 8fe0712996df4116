export type Protocol = "UDP" | "TCP";

/** The other end of a packet. */
export interface Peer {
  /** An IP address. */
  readonly address: string;
  readonly port: number;
  /** The open TCP connection to use while it lasts. */
  readonly connection?: number;
}

/** One whole message, not yet read. */
export interface Packet {
  readonly bytes: Buffer;
  readonly peer: Peer;
}

/** A way in and out of this machine. */
export interface Transport {
  readonly protocol: Protocol;
  /** What others are told to send to. */
  readonly advertised: { readonly host: string; readonly port: number };
  /** Packets that come in go to `listener` from now on. */
  receive(listener: (packet: Packet) => void): void;
  /** @throws {SipTransportError} when the bytes did not leave. */
  send(bytes: Buffer, peer: Peer): Promise<void>;
  close(): Promise<void>;
}

/** Where a transport listens. */
export interface ListenOptions {
  /** 127.0.0.1 where nothing else is said. */
  readonly host?: string;
  /** A free one where nothing else is said. */
  readonly port?: number;
  /** What Via and Contact name; needed where `host` is a wildcard. Otherwise `host`. */
  readonly advertisedHost?: string;
}

export const defaultHost = "127.0.0.1";
export const defaultSipPort = 5060;
