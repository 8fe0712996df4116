import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseRtp, writeRtp } from "./rtp-packet.ts";

const packet = fc.record({
  marker: fc.boolean(),
  payloadType: fc.nat({ max: 127 }),
  sequence: fc.nat({ max: 0xffff }),
  timestamp: fc.nat({ max: 0xffff_ffff }),
  ssrc: fc.nat({ max: 0xffff_ffff }),
  payload: fc.uint8Array({ maxLength: 200 }),
});

test("what is written is read again", () => {
  fc.assert(
    fc.property(packet, (given) => {
      expect(parseRtp(writeRtp(given))).toEqual(given);
    }),
  );
});

test("any datagram is read or left aside", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (datagram) => {
      expect(parseRtp(datagram)?.payload.length ?? 0).toBeLessThanOrEqual(64);
    }),
    { numRuns: 2000 },
  );
});

const header = [0x00, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3];

test("contributing sources, a header extension and padding are no sound", () => {
  const sources = [0, 0, 0, 9, 0, 0, 0, 8];
  const extension = [0xbe, 0xde, 0, 1, 1, 1, 1, 1];
  const datagram = Uint8Array.from([0xb2, ...header, ...sources, ...extension, 7, 7, 0, 0, 3]);
  expect([...(parseRtp(datagram)?.payload ?? [])]).toEqual([7, 7]);
});

test.each([
  ["too short", [0x80, ...header.slice(1)]],
  ["of another version", [0x40, ...header]],
  ["whose padding is longer than it", [0xa0, ...header, 200]],
  ["whose extension is longer than it", [0x90, ...header, 0, 0, 9, 9]],
  ["whose sources are longer than it", [0x8f, ...header]],
])("a datagram %s is no packet", (_what, bytes) => {
  expect(parseRtp(Uint8Array.from(bytes))).toBeUndefined();
});
