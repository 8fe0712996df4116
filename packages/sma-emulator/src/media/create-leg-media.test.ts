import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readWav, tone, writeWav } from "@skill-call/phones";
import { connect, loudness, openTwoEndpoints, type TwoEndpoints } from "@skill-call/phones/testing";
import { until } from "@skill-call/test-peers/until";
import type { Ringback } from "../service/media/media.ts";
import { createLegMedia, type LegMediaOptions } from "./create-leg-media.ts";

let ends: TwoEndpoints;
let folder: string;
let log: string[];
const never = new AbortController().signal;

beforeEach(async () => {
  ends = await openTwoEndpoints();
  connect(ends);
  log = [];
  folder = await mkdtemp(join(tmpdir(), "leg-media-"));
  await mkdir(join(folder, "prompts/en"), { recursive: true });
  const welcome = writeWav({ sampleRate: 16_000, samples: tone({ hz: 350, ms: 1000 }) });
  await writeFile(join(folder, "prompts/en/welcome.wav"), welcome);
  await writeFile(join(folder, "prompts/broken.wav"), "no sound");
  await writeFile(join(folder, "secret.wav"), welcome);
});
afterEach(async () => {
  await ends.close();
  await rm(folder, { recursive: true });
});

function legMedia(options: Partial<LegMediaOptions> = {}) {
  return createLegMedia({
    clock: ends.clock,
    endpointOf: async (callId) => (callId === "a" ? ends.ours : undefined),
    promptsFolder: folder,
    recordingsFolder: folder,
    log: ({ message }) => log.push(message),
    ...options,
  });
}

const welcome = { callId: "a", bucketName: "prompts", key: "en/welcome.wav" };

describe("ringback", () => {
  /** What is heard in eight seconds of ringing, from its first sound, and one after it. */
  async function heardOf(ringback: Omit<Ringback, "callId">) {
    const ear = ends.heardBy(ends.theirs);
    let start: number | undefined;
    ends.theirs.onAudio(({ position, samples }) => {
      if (samples.some((sample) => sample > 1000)) start ??= position;
    });
    const answered = new AbortController();
    const ringing = legMedia().ringBack({ callId: "a", ...ringback }, answered.signal);
    // A file is read from the disk first.
    await ends.clock.elapseUntil(() => start !== undefined, 20);
    const origin = start ?? 0;
    await ends.clock.elapse(8000);
    answered.abort();
    await ringing;
    await ends.clock.elapse(1000);
    const heard = await ear.first(origin + 8900 * 8);
    return (hz: number, second: number) =>
      loudness(heard.subarray(origin + 8000 * second, origin + 8000 * (second + 0.5)), hz);
  }

  test("sounds for two of six seconds, again and again, until the answer", async () => {
    const loud = await heardOf({});
    for (const second of [1, 7]) {
      expect(loud(440, second)).toBeGreaterThan(2500);
      expect(loud(480, second)).toBeGreaterThan(2500);
    }
    for (const second of [3, 5, 8.3]) expect(loud(440, second)).toBeLessThan(100);
  });

  test("is the file that is to be played, again and again", async () => {
    const loud = await heardOf({ file: { bucketName: "prompts", key: "en/welcome.wav" } });
    for (const second of [0.2, 3.2, 7.2]) expect(loud(700, second)).toBeGreaterThan(7000);
    expect(loud(700, 8.3)).toBeLessThan(100);
  });

  test("is the tone where there is no such file", async () => {
    const loud = await heardOf({ file: { bucketName: "prompts", key: "none.wav" } });
    expect(loud(440, 1)).toBeGreaterThan(2500);
    expect(log).toEqual([`There is no file prompts/none.wav in ${folder}.`]);
  });
});

describe("playing", () => {
  test("a file of 16 kHz is heard at its own pitch", async () => {
    const ear = ends.heardBy(ends.theirs);
    const startedAt = ends.clock.now();
    const played = legMedia().play(welcome, never);
    let over = false;
    void played.then(() => {
      over = true;
    });
    // The file is read from the disk first: nobody knows how many packets of silence that takes.
    await ends.clock.elapseUntil(() => over, 20);
    expect(await played).toBe(true);
    const heard = await ear.first(8 * (ends.clock.now() - startedAt - 60));
    expect(loudness(heard.subarray(-2400), 700)).toBeGreaterThan(7000);
  });

  test("a leg without an endpoint takes the file's time, unheard", async () => {
    const played = legMedia().play({ ...welcome, callId: "b" }, never);
    await ends.clock.untilScheduled(500);
    await ends.clock.elapse(500);
    expect(await played).toBe(true);
  });

  test.each([
    ["a file that is not there", { key: "none.wav" }, /no file prompts\/none.wav/],
    ["a bucket that is not there", { bucketName: "none" }, /no file none\/en\/welcome.wav/],
    ["a file of another kind", { key: "broken.wav" }, /cannot be played/],
    ["a key that leads out of the bucket", { key: "../secret.wav" }, /no file/],
    ["a bucket that leads out of the folder", { bucketName: "..", key: "x" }, /no file/],
    ["a bucket that is the folder", { bucketName: ".", key: "secret.wav" }, /no file/],
  ])("%s is no audio file", async (_what, name, why) => {
    expect(await legMedia().play({ ...welcome, ...name }, never)).toBe(false);
    expect(log).toEqual([expect.stringMatching(why)]);
  });

  test("without a folder there is no file", async () => {
    const media = createLegMedia({
      clock: ends.clock,
      endpointOf: async () => ends.ours,
      log: ({ message }) => log.push(message),
    });
    expect(await media.play(welcome, never)).toBe(false);
    expect(log).toEqual([expect.stringContaining("none is set")]);
  });
});

describe("recording", () => {
  const recording = { callId: "a", bucketName: "recordings", key: "calls/one.wav" };
  const recorded = async () => {
    const file = await readFile(join(folder, "recordings/calls/one.wav"));
    return readWav(file);
  };

  test("writes what the far end says into a WAV file", async () => {
    const stop = new AbortController();
    const stored = legMedia().record(recording, stop.signal);
    void ends.theirs.play(tone({ hz: 900, ms: 1000 }), never);
    await ends.clock.elapse(600);
    stop.abort();
    expect(await stored).toBe(true);
    const { sampleRate, samples } = await recorded();
    expect([sampleRate, samples.length]).toEqual([8000, 4800]);
    expect(loudness(samples.subarray(800, 4000), 900)).toBeGreaterThan(7000);
  });

  test("ends when nobody speaks for so long, not before", async () => {
    const silence = { ms: 2000, threshold: 200 };
    const stored = legMedia().record({ ...recording, silence }, never);
    void ends.theirs.play(tone({ hz: 900, ms: 3000 }), never);
    let over = false;
    void stored.then(() => {
      over = true;
    });
    await ends.clock.elapse(4500);
    expect(over).toBe(false);
    await ends.clock.elapse(1000);
    expect(await stored).toBe(true);
    const { samples } = await recorded();
    expect(samples.length / 8000).toBeCloseTo(5, 0);
  });

  test("of a leg that nobody hears is silence of its length", async () => {
    const stop = new AbortController();
    const stored = legMedia().record({ ...recording, callId: "b" }, stop.signal);
    await ends.clock.elapse(250);
    stop.abort();
    await stored;
    expect((await recorded()).samples).toEqual(new Int16Array(2000));
  });

  test("cannot be kept outside of the bucket, or under a name that is taken by a folder", async () => {
    const stop = AbortSignal.abort();
    expect(await legMedia().record({ ...recording, key: "../../x.wav" }, stop)).toBe(false);
    expect(await legMedia().record({ ...recording, bucketName: "prompts", key: "en" }, stop)).toBe(
      false,
    );
  });
});

describe("speaking", () => {
  const speech = { callId: "a", text: "Hello there", textType: "text" } as const;

  test("what the synthesizer makes of the text is heard", async () => {
    const ear = ends.heardBy(ends.theirs);
    const synthesize = async () => tone({ hz: 500, ms: 200 });
    const spoken = legMedia({ synthesize }).speak(speech, never);
    await ends.clock.elapse(300);
    await spoken;
    expect(loudness(await ear.first(1600), 500)).toBeGreaterThan(7000);
  });
});

describe("dialling", () => {
  test("reaches the far end", async () => {
    const digits: string[] = [];
    ends.theirs.onDigit((digit) => digits.push(digit));
    const dialled = legMedia().dial({ callId: "a", digits: "12#", toneMs: 100 }, never);
    await ends.clock.elapse(2000);
    expect(await dialled).toBe(true);
    await until(() => digits.length >= 3);
    expect(digits.join("")).toBe("12#");
  });

  test("to a leg that has no media of ours is not possible, and the log says so", async () => {
    expect(await legMedia().dial({ callId: "b", digits: "1", toneMs: 100 }, never)).toBe(false);
    expect(log).toEqual([expect.stringContaining("takes no telephone-events")]);
  });
});
