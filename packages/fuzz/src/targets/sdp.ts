import { agree, agreedDescription, MediaError, parseSdp, writeSdp } from "@skill-call/phones/sdp";
import { ensure, type Target } from "./target.ts";

const origin = { sessionId: "7", version: 1, address: "127.0.0.1", port: 4000 };

function lines(...all: readonly string[]): string {
  return `${all.join("\r\n")}\r\n`;
}

export const sdp: Target = {
  is: "session descriptions, and what is agreed on",
  form: "text",
  samples: [
    lines(
      ...["v=0", "o=- 20518 0 IN IP4 203.0.113.1", "s= ", "t=0 0", "c=IN IP4 203.0.113.1/127"],
      ...[
        "m=audio 54400/2 RTP/AVP 96 8 0 101",
        "a=rtpmap:96 opus/48000/2",
        "a=fmtp:96 useinbandfec=1",
      ],
      ...["a=rtpmap:101 telephone-event/8000", "a=fmtp:101 0-15", "a=ptime:20", "a=sendonly"],
      ...["m=video 0 RTP/SAVPF 97", "a=inactive", "m=audio 9 RTP/AVP 0", "c=IN IP6 2001:db8::1"],
    ),
    "v=0\no=x 1 2 IN IP4 h\nm=audio 1 RTP/AVP 8\na=recvonly",
  ],
  words: [
    ...[
      "\r\n",
      "\r",
      "v=0",
      "o=- 1 1 IN IP4 ",
      "c=IN IP6 ::",
      "m=audio ",
      " RTP/AVP ",
      " 0",
      " 8",
      " 101",
    ],
    ...[
      "a=rtpmap:",
      "a=fmtp:",
      "a=ptime:",
      "a=sendrecv",
      "telephone-event/8000",
      "PCMU/8000",
      "0.0.0.0",
      "65536",
    ],
  ],
  feed(input) {
    try {
      const offer = parseSdp(input);
      const session = agree(offer);
      ensure(session.remote.port > 0 && session.remote.port <= 65_535, "media go to a port");
      const written = writeSdp(agreedDescription(origin, session, offer));
      const answer = parseSdp(written);
      ensure(answer.media.length === offer.media.length, "an answer has the offer's streams");
      ensure(agree(answer).codec === session.codec, "an answer agrees to what was agreed");
    } catch (error) {
      if (!(error instanceof MediaError)) throw error;
    }
  },
};
