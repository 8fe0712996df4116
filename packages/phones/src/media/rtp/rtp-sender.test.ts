import { expect, test } from "@jest/globals";
import { agree } from "../sdp/audio-session.ts";
import { parseSdp } from "../sdp/parse-sdp.ts";
import { audioFrames, digitFrames, type OutgoingFrame } from "./outgoing-frame.ts";
import { parseRtp } from "./rtp-packet.ts";
import { RtpSender } from "./rtp-sender.ts";
import { readTelephoneEvent } from "./telephone-event.ts";

const session = agree(
  parseSdp(
    "v=0\nc=IN IP4 192.0.2.1\nm=audio 6000 RTP/AVP 0 101\na=rtpmap:101 telephone-event/8000",
  ),
);
const start = { ssrc: 9, sequence: 0xffff, timestamp: 0xffff_ffff - 159 };

function sent(frames: Iterable<OutgoingFrame>, sender = new RtpSender(start)) {
  return [...frames].flatMap((frame) => {
    const packet = parseRtp(sender.packet(frame, session) ?? new Uint8Array());
    return packet ? [packet] : [];
  });
}

test("packets are numbered one by one, their time runs on by what they hold; both run over", () => {
  const packets = sent(audioFrames(new Int16Array(400)));
  expect(packets.map(({ sequence }) => sequence)).toEqual([0xffff, 0, 1]);
  expect(packets.map(({ timestamp }) => timestamp)).toEqual([0xffff_ff60, 0, 160]);
  expect(packets.map(({ marker }) => marker)).toEqual([true, false, false]);
  expect(packets.map(({ payload }) => payload.length)).toEqual([160, 160, 160]);
  expect(new Set(packets.map(({ ssrc }) => ssrc))).toEqual(new Set([9]));
});

test("a key's packets have the time of its beginning, and the end comes three times", () => {
  const packets = sent(digitFrames({ digits: "7", toneMs: 60 })).filter(
    ({ payloadType }) => payloadType === 101,
  );
  expect(packets.map(({ payload }) => readTelephoneEvent(payload))).toEqual([
    { digit: "7", end: false, duration: 160 },
    { digit: "7", end: false, duration: 320 },
    { digit: "7", end: true, duration: 480 },
    { digit: "7", end: true, duration: 480 },
    { digit: "7", end: true, duration: 480 },
  ]);
  expect(new Set(packets.map(({ timestamp }) => timestamp)).size).toBe(1);
  expect(packets.map(({ marker }) => marker)).toEqual([true, false, false, false, false]);
});

test("there is a pause between two keys, and a comma is half a second of it", () => {
  const kinds = [...digitFrames({ digits: "1,2", toneMs: 20 })].map(({ type }) => type);
  const pauses = kinds
    .join(" ")
    .split(/(?:event ?)+/)
    .map((part) => part.split("audio").length - 1);
  expect(pauses).toEqual([0, 5 + 25, 5]);
});

test("while the far end holds the call nothing leaves, but time goes on", () => {
  const sender = new RtpSender(start);
  const frame: OutgoingFrame = { type: "audio", samples: new Int16Array(160) };
  expect(sender.packet(frame, { ...session, sends: false })).toBeUndefined();
  const [after] = sent([frame], sender);
  expect(after).toMatchObject({ sequence: 0xffff, timestamp: 0, marker: true });
});
