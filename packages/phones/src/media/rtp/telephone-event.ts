/** A key that is pressed (RFC 4733 §2.3). */
export interface TelephoneEvent {
  /** 0–9, *, #, A–D. */
  readonly digit: string;
  /** The key is up again. */
  readonly end: boolean;
  /** So far, in samples; 16 bits. */
  readonly duration: number;
}

/** By event code (RFC 4733 §3.2). */
const digits = "0123456789*#ABCD";
/** dBm0, below zero: as loud as a phone's keypad. */
const volume = 10;
const payloadBytes = 4;

/** Reads a payload; undefined for events that are not keys. */
export function readTelephoneEvent(payload: Uint8Array): TelephoneEvent | undefined {
  if (payload.length < payloadBytes) return undefined;
  const [code = 0, flags = 0, high = 0, low = 0] = payload;
  const digit = digits[code];
  if (digit === undefined) return undefined;
  return { digit, end: flags >= 0x80, duration: (high << 8) | low };
}

export function writeTelephoneEvent({ digit, end, duration }: TelephoneEvent): Uint8Array {
  const code = digits.indexOf(digit);
  return Uint8Array.of(code, (end ? 0x80 : 0) | volume, duration >> 8, duration & 0xff);
}
