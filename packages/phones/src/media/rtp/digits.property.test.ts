import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { agree } from "../sdp/audio-session.ts";
import { parseSdp } from "../sdp/parse-sdp.ts";
import { DigitReceiver } from "./digit-receiver.ts";
import { digitFrames } from "./outgoing-frame.ts";
import { parseRtp, type RtpPacket } from "./rtp-packet.ts";
import { RtpSender, type StreamStart } from "./rtp-sender.ts";

const session = agree(
  parseSdp(
    "v=0\nc=IN IP4 192.0.2.1\nm=audio 6000 RTP/AVP 0 101\na=rtpmap:101 telephone-event/8000",
  ),
);
const start: fc.Arbitrary<StreamStart> = fc.record({
  ssrc: fc.nat({ max: 0xffff_ffff }),
  sequence: fc.nat({ max: 0xffff }),
  timestamp: fc.nat({ max: 0xffff_ffff }),
});
const digits = fc.stringMatching(/^[0-9*#A-D]{1,12}$/);
const toneMs = fc.integer({ min: 50, max: 500 });

function packetsOf(dialled: string, ms: number, begin: StreamStart): readonly RtpPacket[] {
  const sender = new RtpSender(begin);
  return [...digitFrames({ digits: dialled, toneMs: ms })].flatMap((frame) => {
    const packet = parseRtp(sender.packet(frame, session) ?? new Uint8Array());
    return packet?.payloadType === 101 ? [packet] : [];
  });
}

function heard(packets: readonly RtpPacket[]): string {
  const receiver = new DigitReceiver();
  return packets
    .map((packet) => receiver.receive(packet))
    .map((news) => (news?.first ? news.digit : ""))
    .join("");
}

test("of whatever is dialled, every key is heard once, as long as one packet of each arrives", () => {
  fc.assert(
    fc.property(digits, toneMs, start, fc.infiniteStream(fc.nat({ max: 3 })), (...given) => {
      const [dialled, ms, begin, fates] = given;
      const packets = packetsOf(dialled, ms, begin);
      const times = [...new Set(packets.map(({ timestamp }) => timestamp))];
      const arrived = times.flatMap((time) => {
        const press = packets.filter(({ timestamp }) => timestamp === time);
        const kept = press.flatMap((packet) => Array(fates.next().value).fill(packet));
        return kept.length > 0 ? kept : press.slice(-1);
      });
      expect(times.length).toBe(dialled.length);
      expect(heard(arrived)).toBe(dialled);
    }),
  );
});
