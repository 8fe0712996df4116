import { sampleRate as wireRate } from "../packet-time.ts";
import type { PcmAudio } from "./pcm-audio.ts";

const { abs, round } = Math;

/** Zero crossings of the filter on each side: more are sharper and slower. */
const crossings = 12;
/** Entries of the filter's table between two crossings. */
const fineness = 512;

/** An ideal low-pass filter, faded out by a Hann window: its right half. */
const filter = Float64Array.from({ length: crossings * fineness + 1 }, (_, i) => {
  const x = i / fineness;
  const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  return sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / crossings));
});

/** The sound at 8 kHz; what 8 kHz cannot hold is filtered out first, so that it does not come back as noise. */
export function resampled({ sampleRate, samples }: PcmAudio): Int16Array {
  if (sampleRate === wireRate) return samples;
  const step = sampleRate / wireRate;
  const stretch = Math.max(1, step);
  const wire = new Int16Array(Math.floor(samples.length / step));
  for (let i = 0; i < wire.length; i += 1) wire[i] = filteredAt(samples, i * step, stretch);
  return wire;
}

function filteredAt(samples: Int16Array, centre: number, stretch: number): number {
  const reach = crossings * stretch;
  const perSample = fineness / stretch;
  let sum = 0;
  let weight = 0;
  for (let i = Math.ceil(centre - reach); i <= centre + reach; i += 1) {
    const tap = filter[round(abs(i - centre) * perSample)] ?? 0;
    sum += tap * (samples[i] ?? 0);
    weight += tap;
  }
  return Math.max(-32_768, Math.min(32_767, Math.round(sum / weight)));
}
