import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { until } from "@skill-call/test-peers/until";
import { openMediaEndpoint } from "./open-media-endpoint.ts";
import { loudness } from "./testing/loudness.ts";
import { connect, openTwoEndpoints, type TwoEndpoints } from "./testing/two-endpoints.ts";
import { tone } from "./tone.ts";

let ends: TwoEndpoints;
const never = new AbortController().signal;

beforeEach(async () => {
  ends = await openTwoEndpoints();
});
afterEach(() => ends.close());

const onlyALaw = (sdp: string) => sdp.replace("RTP/AVP 0 8 101", "RTP/AVP 8 101");

describe.each([
  ["µ-law", (sdp: string) => sdp],
  ["A-law", onlyALaw],
])("over %s", (_codec, limited) => {
  test("a tone that one end plays is heard at the other, and the other way round", async () => {
    const { ours, theirs, clock } = ends;
    theirs.accept(ours.answer(limited(theirs.offer())));
    const [ourEar, theirEar] = [ends.heardBy(ours), ends.heardBy(theirs)];
    const played = [
      ours.play(tone({ hz: 700, ms: 500 }), never),
      theirs.play(tone({ hz: 1100, ms: 500 }), never),
    ];
    await clock.elapse(600);
    await Promise.all(played);
    const [weHear, theyHear] = [await ourEar.first(4000), await theirEar.first(4000)];
    expect(loudness(theyHear, 700)).toBeGreaterThan(7500);
    expect(loudness(theyHear, 1100)).toBeLessThan(100);
    expect(loudness(weHear, 1100)).toBeGreaterThan(7500);
    expect(loudness(weHear, 700)).toBeLessThan(100);
  });
});

test("what is played takes its time, one after the other", async () => {
  connect(ends);
  const { ours, clock } = ends;
  const over: string[] = [];
  void ours.play(tone({ hz: 400, ms: 100 }), never).then(() => over.push("first"));
  void ours.play(tone({ hz: 400, ms: 40 }), never).then(() => over.push("second"));
  await clock.elapse(100);
  expect(over).toEqual([]);
  await clock.elapse(20);
  expect(over).toEqual(["first"]);
  await clock.elapse(40);
  expect(over).toEqual(["first", "second"]);
});

test("a signal stops what is played, silence follows", async () => {
  connect(ends);
  const { ours, theirs, clock } = ends;
  const ear = ends.heardBy(theirs);
  const stop = new AbortController();
  const played = ours.play(tone({ hz: 400, ms: 10_000 }), stop.signal);
  await clock.elapse(200);
  stop.abort();
  await played;
  await clock.elapse(300);
  const heard = await ear.first(3200);
  expect(loudness(heard.subarray(0, 1600), 400)).toBeGreaterThan(7500);
  expect(loudness(heard.subarray(1600), 400)).toBeLessThan(100);
});

test("closing stops what is played, and nothing is played afterwards", async () => {
  connect(ends);
  const { ours, clock } = ends;
  const played = ours.play(tone({ hz: 400, ms: 10_000 }), never);
  await clock.elapse(100);
  await ours.close();
  await ours.close();
  await played;
  await ours.play(tone({ hz: 400, ms: 10_000 }), never);
});

test("keys are heard once each, in order, and not as sound", async () => {
  connect(ends);
  const { ours, theirs, clock } = ends;
  const digits: string[] = [];
  ours.onDigit((digit) => digits.push(digit));
  const dialled = theirs.sendDigits("1234567890*#,A", { toneMs: 100, signal: never });
  await clock.elapse(5000);
  expect(await dialled).toBe(true);
  await until(() => digits.length >= 13);
  expect(digits.join("")).toBe("1234567890*#A");
});

test("keys cannot be sent to an end that takes none", async () => {
  const { ours, theirs } = ends;
  const offer = theirs.offer().replace("RTP/AVP 0 8 101", "RTP/AVP 0 8");
  theirs.accept(ours.answer(offer.replace("a=rtpmap:101 telephone-event/8000\r\n", "")));
  expect(await ours.sendDigits("1", { toneMs: 100, signal: never })).toBe(false);
});

test("nothing is sent to an end that holds the call, until it resumes", async () => {
  connect(ends);
  const { ours, theirs, clock } = ends;
  const frames: number[] = [];
  theirs.onAudio(({ position }) => frames.push(position));
  const hold = theirs.offer().replace("a=sendrecv", "a=sendonly");
  expect(ours.answer(hold)).toContain("a=recvonly");
  await clock.elapse(200);
  expect(frames).toEqual([]);
  expect(ours.answer(theirs.offer())).toContain("a=sendrecv");
  await clock.elapse(40);
  await until(() => frames.length >= 2);
});

test("every description has a higher version", () => {
  connect(ends);
  const versions = [ends.ours.offer(), ends.ours.offer()].map(
    (sdp) => /^o=- \d+ (\d+)/m.exec(sdp)?.[1],
  );
  expect(versions).toEqual(["2", "3"]);
});

test("an agreed session is offered as it was agreed", () => {
  const { ours, theirs } = ends;
  theirs.accept(ours.answer(onlyALaw(theirs.offer())));
  expect(ours.offer()).toContain("RTP/AVP 8 101");
});

test("the SDP may tell another address than the socket's", async () => {
  const endpoint = await openMediaEndpoint({ clock: ends.clock, advertisedHost: "192.0.2.7" });
  expect(endpoint.offer()).toContain(`c=IN IP4 192.0.2.7`);
  await endpoint.close();
});
