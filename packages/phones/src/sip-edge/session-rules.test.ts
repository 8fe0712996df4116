import { expect, test } from "@jest/globals";
import { sdpBody } from "@skill-call/sip";
import { judged } from "./session-rules.ts";

const media: Readonly<Record<string, string>> = {
  "PCMU and telephone-events": "m=audio 6000 RTP/AVP 0 101\na=rtpmap:101 telephone-event/8000",
  "PCMA and PCMU": "m=audio 6000 RTP/AVP 8 0",
  "PCMU by a number of its own": "m=audio 6000 RTP/AVP 96\na=rtpmap:96 pcmu/8000",
  "PCMU and a key that is offered, not demanded":
    "m=audio 6000 RTP/AVP 0\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz",
  "video beside PCMU": "m=video 6002 RTP/AVP 31\nm=audio 6000 RTP/AVP 0",
  "PCMA alone": "m=audio 6000 RTP/AVP 8 101\na=rtpmap:101 telephone-event/8000",
  "G.729 alone": "m=audio 6000 RTP/AVP 18",
  "Opus alone": "m=audio 6000 RTP/AVP 96\na=rtpmap:96 opus/48000/2",
  "PCMU at 16 kHz": "m=audio 6000 RTP/AVP 96\na=rtpmap:96 PCMU/16000",
  "SRTP alone": "m=audio 6000 RTP/SAVP 0",
  WebRTC: "m=audio 9 UDP/TLS/RTP/SAVPF 111 0\na=rtpmap:111 opus/48000/2",
  "RTP with feedback alone": "m=audio 6000 RTP/AVPF 0",
  "fax alone": "m=image 6000 udptl t38",
  "a stream that is refused": "m=audio 0 RTP/AVP 0",
  "no stream": "",
};

/** With media through us: as it is, and strict; end to end: as it is, and strict. */
const verdicts: readonly (readonly [string, string, string, string, string])[] = [
  ["PCMU and telephone-events", "fine", "fine", "fine", "fine"],
  ["PCMA and PCMU", "fine", "fine", "fine", "fine"],
  ["PCMU by a number of its own", "fine", "fine", "fine", "fine"],
  ["PCMU and a key that is offered, not demanded", "fine", "fine", "fine", "fine"],
  ["video beside PCMU", "fine", "fine", "fine", "fine"],
  ["PCMA alone", "warned", "refused", "warned", "refused"],
  ["G.729 alone", "refused", "refused", "warned", "refused"],
  ["Opus alone", "refused", "refused", "warned", "refused"],
  ["PCMU at 16 kHz", "refused", "refused", "warned", "refused"],
  ["SRTP alone", "refused", "refused", "warned", "refused"],
  ["WebRTC", "refused", "refused", "warned", "refused"],
  ["RTP with feedback alone", "refused", "refused", "warned", "refused"],
  ["fax alone", "refused", "refused", "warned", "refused"],
  ["a stream that is refused", "refused", "refused", "warned", "refused"],
  ["no stream", "refused", "refused", "warned", "refused"],
];

test.each(verdicts)("%s: %s, %s, %s, %s", (name, ...expected) => {
  const session = sdpBody(`v=0\nc=IN IP4 192.0.2.1\n${media[name]}\n`);
  const verdict = (anchored: boolean, strict: boolean) =>
    judged(session, { anchored, strict }).verdict;
  expect([
    verdict(true, false),
    verdict(true, true),
    verdict(false, false),
    verdict(false, true),
  ]).toEqual(expected);
});

test("why is said in words", () => {
  const session = sdpBody("v=0\nm=audio 6000 RTP/AVP 8\n");
  expect(judged(session, { anchored: true, strict: false })).toEqual({
    verdict: "warned",
    why: "A Voice Connector would refuse this session. No audio stream over RTP/AVP with PCMU: audio RTP/AVP PCMA.",
  });
  expect(judged(sdpBody("hello"), { anchored: false, strict: true })).toEqual({
    verdict: "refused",
    why: "It does not begin with a v= line.",
  });
});
