import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { tone, writeWav } from "@skill-call/phones";
import { createSynthesizer } from "./create-synthesizer.ts";
import { espeakVoice } from "./espeak-voice.ts";

const never = new AbortController().signal;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "speech-"));
  const wav = Buffer.from(writeWav({ sampleRate: 8000, samples: Int16Array.of(1, 2, 3) }));
  await writeFile(join(folder, "said.wav"), wav);
});
afterAll(() => rm(folder, { recursive: true }));

/** A program in place of espeak-ng. */
async function program(name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

function synthesizer(command: string) {
  const log: string[] = [];
  const clock = createManualClock();
  const synthesize = createSynthesizer({
    clock,
    command,
    log: ({ message }) => log.push(message),
  });
  return { synthesize, log, clock };
}

const hello = { text: "Hello there", textType: "text" } as const;

describe("the speech program", () => {
  test("gets the text on its standard input, the voice and the markup as options", async () => {
    const command = await program(
      "asks",
      `echo "$@" > ${folder}/options; cat > ${folder}/text; cat ${folder}/said.wav`,
    );
    const { synthesize, log } = synthesizer(command);
    const text = '<speak>Bonjour --help "$(id)"</speak>';
    const said = await synthesize({ text, textType: "ssml", languageCode: "fr-CA" }, never);
    expect([...said]).toEqual([1, 2, 3]);
    expect(log).toEqual([]);
    expect(await readFile(join(folder, "text"), "utf8")).toBe(text);
    expect(await readFile(join(folder, "options"), "utf8")).toBe("--stdin --stdout -v fr -m\n");
  });

  test.each([
    ["is not there", () => "no-such-program-here", /ENOENT/],
    ["fails", () => program("fails", "echo no such voice >&2; exit 1"), /no such voice/],
    ["says nothing", () => program("silent", "cat > /dev/null"), /exit code 0/],
    ["makes no WAV file", () => program("wrong", "cat > /dev/null; echo hm"), /not a RIFF WAVE/],
  ])("when it %s a tone sounds, and the log has the text", async (_how, command, why) => {
    const { synthesize, log } = synthesizer(await command());
    expect(await synthesize(hello, never)).toEqual(tone({ hz: 440, ms: 500 }));
    expect(log).toEqual([expect.stringMatching(why)]);
    expect(log[0]).toContain('"Hello there"');
  });

  test("is not waited for without end", async () => {
    const { synthesize, clock, log } = synthesizer(await program("hangs", "exec sleep 60"));
    const said = synthesize(hello, never);
    await clock.elapse(10_000);
    expect(await said).toEqual(tone({ hz: 440, ms: 500 }));
    expect(log).toHaveLength(1);
  });

  test("is stopped when nobody listens any more, without a word in the log", async () => {
    const { synthesize, log } = synthesizer(await program("hangs-too", "exec sleep 60"));
    const stop = new AbortController();
    const said = synthesize(hello, stop.signal);
    stop.abort();
    await said;
    expect(log).toEqual([]);
  });
});

test.each([
  [{}, "en-us"],
  [{ voiceId: "Joanna" }, "en-us"],
  [{ voiceId: "Lupe" }, "es-419"],
  [{ voiceId: "Chantal" }, "fr"],
  [{ voiceId: "Nobody" }, "en-us"],
  [{ languageCode: "en-US" }, "en-us"],
  [{ languageCode: "en-CA" }, "en-us"],
  [{ languageCode: "es-US", voiceId: "Joanna" }, "es-419"],
  [{ languageCode: "fr-CA" }, "fr"],
  [{ languageCode: "pt-BR" }, "pt-br"],
  [{ languageCode: "arb" }, "ar"],
  [{ languageCode: "-w/x" }, "en-us"],
  [{ languageCode: "toString" }, "en-us"],
])("%j is spoken by %s", (speech, voice) => {
  expect(espeakVoice(speech)).toBe(voice);
});
