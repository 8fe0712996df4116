import { randomInt } from "node:crypto";
import type { MediaEndpoint, MediaEndpointOptions } from "./media-endpoint.ts";
import { RtpEndpoint } from "./rtp/rtp-endpoint.ts";
import { openUdpSocket } from "./rtp/udp-socket.ts";

/** Opens a socket for the media of one leg. @throws {NoPortError} when every port of the range is taken */
export async function openMediaEndpoint(options: MediaEndpointOptions): Promise<MediaEndpoint> {
  const { host = "127.0.0.1", advertisedHost = host, clock, log = () => {} } = options;
  let receive: RtpEndpoint["receive"] = () => {};
  const socket = await openUdpSocket({
    host,
    ports: options.ports,
    onDatagram: (datagram, source) => receive(datagram, source),
    onError: ({ message }) => log({ level: "warn", message: `RTP socket: ${message}` }),
  });
  const endpoint = new RtpEndpoint({
    socket,
    clock,
    ...(options.codecs && { codecs: options.codecs }),
    waits: options.waits ?? false,
    host: advertisedHost,
    sessionId: String(randomInt(2 ** 47)),
    start: {
      ssrc: randomInt(2 ** 32),
      sequence: randomInt(2 ** 16),
      timestamp: randomInt(2 ** 32),
    },
  });
  receive = (datagram, source) => endpoint.receive(datagram, source);
  return endpoint;
}
