import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { MediaError } from "../media-error.ts";
import { agree } from "./audio-session.ts";
import { agreedDescription, firstOffer } from "./own-description.ts";
import { parseSdp } from "./parse-sdp.ts";
import { directions, type SessionDescription } from "./session-description.ts";
import { writeSdp } from "./write-sdp.ts";

const origin = { sessionId: "7", version: 1, address: "127.0.0.1", port: 4000 };

function sdp(...lines: readonly string[]): string {
  return [
    "v=0",
    "o=- 1 1 IN IP4 192.0.2.1",
    "s=-",
    "c=IN IP4 192.0.2.1",
    "t=0 0",
    ...lines,
    "",
  ].join("\r\n");
}

function agreedOn(...lines: readonly string[]) {
  return agree(parseSdp(sdp(...lines)));
}

function codeOf(task: () => unknown): string | undefined {
  try {
    task();
    return undefined;
  } catch (error) {
    return error instanceof MediaError ? error.code : String(error);
  }
}

test("an offer lists both codecs and the keys", () => {
  expect(writeSdp(firstOffer(origin))).toBe(
    [
      "v=0",
      "o=- 7 1 IN IP4 127.0.0.1",
      "s=-",
      "c=IN IP4 127.0.0.1",
      "t=0 0",
      "m=audio 4000 RTP/AVP 0 8 101",
      "a=rtpmap:0 PCMU/8000",
      "a=rtpmap:8 PCMA/8000",
      "a=rtpmap:101 telephone-event/8000",
      "a=fmtp:101 0-15",
      "a=ptime:20",
      "a=sendrecv",
      "",
    ].join("\r\n"),
  );
});

test.each(["1+", '1"', "6000/", "6000/x", "+1", "65536", "600000", ""])(
  "a stream's port is none that is written %s",
  (port) => {
    expect(codeOf(() => parseSdp(sdp(`m=audio ${port} RTP/AVP 0`)))).toBe("media.bad-description");
  },
);

test("a port may say of how many ports the stream is", () => {
  expect(agreedOn("m=audio 6000/2 RTP/AVP 0").remote.port).toBe(6000);
});

describe("agreeing", () => {
  test("the offerer's first codec that is ours is taken, with its payload types", () => {
    const session = agreedOn(
      "m=audio 6000 RTP/AVP 96 8 0 97",
      "a=rtpmap:96 opus/48000/2",
      "a=rtpmap:8 PCMA/8000",
      "a=rtpmap:97 telephone-event/8000",
      "a=fmtp:97 0-16",
    );
    expect(session).toMatchObject({
      remote: { host: "192.0.2.1", port: 6000 },
      codec: "PCMA",
      payloadType: 8,
      eventPayloadType: 97,
      sends: true,
    });
    expect([...session.heard]).toEqual([
      [8, "PCMA"],
      [0, "PCMU"],
    ]);
  });

  test("a static payload type needs no map, and a codec may have a dynamic one", () => {
    expect(agreedOn("m=audio 6000 RTP/AVP 0")).toMatchObject({ codec: "PCMU", payloadType: 0 });
    expect(agreedOn("m=audio 6000 RTP/AVP 99", "a=rtpmap:99 pcma/8000")).toMatchObject({
      codec: "PCMA",
      payloadType: 99,
    });
  });

  test.each([
    ["no codec of ours", ["m=audio 6000 RTP/AVP 9 96", "a=rtpmap:96 opus/48000/2"]],
    ["encrypted media", ["m=audio 6000 RTP/SAVP 0"]],
    ["a refused stream", ["m=audio 0 RTP/AVP 0"]],
    ["only video", ["m=video 6000 RTP/AVP 0"]],
    ["no stream", []],
    ["a codec of another rate", ["m=audio 6000 RTP/AVP 96", "a=rtpmap:96 PCMU/16000"]],
  ])("%s is not acceptable", (_what, lines) => {
    expect(codeOf(() => agreedOn(...lines))).toBe("media.not-acceptable");
  });

  test("a stream's own address wins", () => {
    expect(agreedOn("m=audio 6000 RTP/AVP 0", "c=IN IP4 192.0.2.9").remote.host).toBe("192.0.2.9");
  });

  test.each([
    ["sendrecv", "sendrecv", true],
    ["sendonly", "recvonly", false],
    ["recvonly", "sendonly", true],
    ["inactive", "inactive", false],
  ])("%s is answered with %s", (theirs, ours, sends) => {
    const session = agreedOn("m=audio 6000 RTP/AVP 0", `a=${theirs}`);
    expect(session).toMatchObject({ direction: ours, sends });
    expect(agreedOn(`a=${theirs}`, "m=audio 6000 RTP/AVP 0").direction).toBe(ours);
  });

  test("the old way to hold, no address, stops us too", () => {
    expect(agreedOn("m=audio 6000 RTP/AVP 0", "c=IN IP4 0.0.0.0").sends).toBe(false);
  });
});

test("an answer keeps the order of the streams and refuses those that are not ours", () => {
  const offer = parseSdp(
    sdp(
      "m=video 7000 RTP/AVP 31",
      "m=audio 6000 RTP/AVP 8 0",
      "a=ptime:30",
      "m=text 8000 RTP/AVP 98",
    ),
  );
  const answer = writeSdp(agreedDescription(origin, agree(offer), offer));
  expect(answer.split("\r\n").filter((line) => /^[ma]=/.test(line))).toEqual([
    "m=video 0 RTP/AVP 31",
    "m=audio 4000 RTP/AVP 8",
    "a=rtpmap:8 PCMA/8000",
    "a=ptime:20",
    "a=sendrecv",
    "m=text 0 RTP/AVP 98",
  ]);
});

test("IPv6 addresses are called by their name", () => {
  const offer = writeSdp(firstOffer({ ...origin, address: "::1" }));
  expect(offer).toContain("c=IN IP6 ::1");
  expect(agree(parseSdp(offer)).remote).toEqual({ host: "::1", port: 4000 });
});

test.each([
  ["an empty text", ""],
  ["something else", "hello"],
  ["an m= line without formats", sdp("m=audio 6000 RTP/AVP")],
  ["a port that is none", sdp("m=audio x RTP/AVP 0")],
  ["a port out of range", sdp("m=audio 70000 RTP/AVP 0")],
])("%s is no session description", (_what, text) => {
  expect(codeOf(() => parseSdp(text))).toBe("media.bad-description");
});

test("lines may end as they like", () => {
  expect(parseSdp(sdp("m=audio 6000 RTP/AVP 0").replaceAll("\r\n", "\n")).media).toHaveLength(1);
});

const token = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,8}$/);
const description: fc.Arbitrary<SessionDescription> = fc.record({
  sessionId: fc.nat().map(String),
  version: fc.nat(),
  address: fc.ipV4(),
  media: fc.array(
    fc
      .record({
        kind: token,
        port: fc.integer({ min: 1, max: 65_535 }),
        protocol: fc.constantFrom("RTP/AVP", "RTP/SAVP"),
        address: fc.ipV4(),
        direction: fc.constantFrom(...directions),
        formats: fc.uniqueArray(
          fc.record(
            {
              payloadType: fc.integer({ min: 96, max: 127 }),
              encoding: token,
              clockRate: fc.integer({ min: 1, max: 48_000 }),
              parameters: token,
            },
            { requiredKeys: ["payloadType", "encoding", "clockRate"] },
          ),
          { minLength: 1, maxLength: 4, selector: ({ payloadType }) => payloadType },
        ),
        packetMs: fc.integer({ min: 1, max: 200 }),
      })
      .map((media) => ({
        ...media,
        tokens: media.formats.map(({ payloadType }) => String(payloadType)),
      })),
    { maxLength: 3 },
  ),
});

test("what is written is read again", () => {
  fc.assert(
    fc.property(description, (given) => {
      expect(parseSdp(writeSdp(given))).toEqual(given);
    }),
  );
});

test("any text is read or refused, never crashed on", () => {
  const lines = fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[vocmast]=.*$/)), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(lines, (given) => {
      const code = codeOf(() => agree(parseSdp(["v=0", ...given].join("\n"))));
      expect([undefined, "media.bad-description", "media.not-acceptable"]).toContain(code);
    }),
    { numRuns: 500 },
  );
});
