import { createSocket } from "node:dgram";
import { isIP } from "node:net";
import type { SendSegment } from "./subsegment.ts";

/** Of X-Ray's developer guide, "Sending segment documents to the X-Ray daemon". */
const header = '{"format":"json","version":1}\n';

const usualAddress = "127.0.0.1:2000";

/**
 * Sends segments to the daemon that runs beside a Lambda, by UDP: nobody waits for it.
 * @param address `AWS_XRAY_DAEMON_ADDRESS`: `host:port`, or `tcp:host:port udp:host:port`
 * @throws {RangeError} when it is none
 */
export function xRayDaemon(address: string = usualAddress): SendSegment {
  const [, host = "", port = ""] =
    /(?:^|\budp:)([^\s:]+):(\d{1,5})(?:$|\s)/.exec(address.trim()) ?? [];
  if (port === "") throw new RangeError("AWS_XRAY_DAEMON_ADDRESS is no address");
  const socket = createSocket(isIP(host) === 6 ? "udp6" : "udp4");
  // A datagram that cannot be sent is lost, as one is that nobody receives.
  socket.on("error", () => {});
  socket.unref();
  return (document) => {
    socket.send(`${header}${JSON.stringify(document)}`, Number(port), host);
  };
}
