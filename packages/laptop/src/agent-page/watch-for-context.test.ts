import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { watchForContext } from "./watch-for-context.ts";

const context = 'event: context\ndata: {"context":{"callerName":"Zoé"}}\n\n';

/** What goes through, and how much of it had when the context was told. */
async function passed(chunks: readonly Uint8Array[]) {
  const told: number[] = [];
  let bytes = 0;
  const stream = ReadableStream.from(chunks).pipeThrough(watchForContext(() => told.push(bytes)));
  const out: Uint8Array[] = [];
  for await (const chunk of stream) {
    out.push(chunk);
    bytes += chunk.length;
  }
  return { text: Buffer.concat(out).toString(), told };
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

test("a stream passes as it is, and its first context is told once", async () => {
  const parts = ["retry: 2000\n\n", ":\n\n", context, context];
  const { text, told } = await passed(parts.map(bytesOf));
  expect(text).toBe(parts.join(""));
  expect(told).toHaveLength(1);
});

test.each(["retry: 2000\n\n:\n\n", "event: gone\ndata: {}\n\n", context.slice(0, -1)])(
  "without a whole context nothing is told: %j",
  async (text) => {
    expect(await passed([bytesOf(text)])).toEqual({ text, told: [] });
  },
);

test("wherever the stream is cut, the context is found", async () => {
  const whole = bytesOf(`retry: 2000\n\n${context}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 6 }), async (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
      const chunks = at.slice(1).map((end, index) => whole.slice(at[index], end));
      const { text, told } = await passed(chunks);
      expect([text, told.length]).toEqual([Buffer.from(whole).toString(), 1]);
    }),
  );
});
