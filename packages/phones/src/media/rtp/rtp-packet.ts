/** An RTP packet (RFC 3550 §5.1), as far as audio needs it. */
export interface RtpPacket {
  /** The first packet of a talkspurt, or of a telephone-event. */
  readonly marker: boolean;
  /** 0–127. */
  readonly payloadType: number;
  /** 16 bits. */
  readonly sequence: number;
  /** 32 bits, in samples. */
  readonly timestamp: number;
  /** 32 bits: who sends. */
  readonly ssrc: number;
  readonly payload: Uint8Array;
}

const headerBytes = 12;
const version = 2;

/** Reads a datagram; undefined when it is not an RTP packet. Contributing sources and extensions are passed over. */
export function parseRtp(datagram: Uint8Array): RtpPacket | undefined {
  if (datagram.length < headerBytes) return undefined;
  const view = new DataView(datagram.buffer, datagram.byteOffset, datagram.byteLength);
  const first = view.getUint8(0);
  if (first >> 6 !== version) return undefined;
  const start = payloadStart(view, first);
  const end = datagram.length - (first & 0x20 ? view.getUint8(datagram.length - 1) : 0);
  if (start > end) return undefined;
  const second = view.getUint8(1);
  return {
    marker: second >= 0x80,
    payloadType: second & 0x7f,
    sequence: view.getUint16(2),
    timestamp: view.getUint32(4),
    ssrc: view.getUint32(8),
    payload: datagram.subarray(start, end),
  };
}

/** Behind the contributing sources and the header extension, where there is one. */
function payloadStart(view: DataView, first: number): number {
  const start = headerBytes + 4 * (first & 0x0f);
  if (!(first & 0x10)) return start;
  if (start + 4 > view.byteLength) return Number.POSITIVE_INFINITY;
  return start + 4 + 4 * view.getUint16(start + 2);
}

export function writeRtp(packet: RtpPacket): Uint8Array {
  const { marker, payloadType, sequence, timestamp, ssrc, payload } = packet;
  // Of Node's pool: an array of its own for each of hundreds of packets a second is work for the collector.
  const datagram = Buffer.allocUnsafe(headerBytes + payload.length);
  datagram[0] = version << 6;
  datagram[1] = (marker ? 0x80 : 0) | payloadType;
  datagram.writeUInt16BE(sequence, 2);
  datagram.writeUInt32BE(timestamp, 4);
  datagram.writeUInt32BE(ssrc, 8);
  datagram.set(payload, headerBytes);
  return datagram;
}
