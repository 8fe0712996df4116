/** Sound on the wire: one byte a sample, 8 kHz. */
export interface AudioCodec {
  encode(samples: Int16Array): Uint8Array;
  decode(payload: Uint8Array): Int16Array;
}
