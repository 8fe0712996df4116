/** A message of RFC 4475 and what we make of it. */
export interface TortureMessage {
  /** The RFC's own name for it. */
  readonly name: string;
  readonly section: string;
  /** Lines end in `\n` here and in `\r\n` on the wire. */
  readonly text: string;
  /** Whether the parser takes it. */
  readonly reads: boolean;
  /** The status that a user agent answers; 603 is what our test program says to every call that reaches it. */
  readonly answer?: number;
}

export function onTheWire(text: string): Buffer {
  return Buffer.from(text.replaceAll("\n", "\r\n"));
}

/** The session description that most of the messages carry, for the address given. */
export function torturedSdp(address: string, mediaAddress = address): string {
  return `v=0
o=mhandley 29739 7272939 IN IP4 ${address}
s=-
c=IN IP4 ${mediaAddress}
t=0 0
m=audio 49217 RTP/AVP 0 12
m=video 3227 RTP/AVP 31
a=rtpmap:31 LPC
`;
}
