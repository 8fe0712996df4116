import { samplesIn, tone } from "@skill-call/phones";

const onMs = 2000;
const offMs = 4000;
const [lowHz, highHz] = [440, 480];

/** One round of the ringback tone of North America (ITU-T E.180): it rings, and then it does not. */
export function ringbackTone(): Int16Array {
  const low = tone({ hz: lowHz, ms: onMs, amplitude: 3000 });
  const high = tone({ hz: highHz, ms: onMs, amplitude: 3000 });
  const round = new Int16Array(samplesIn(onMs + offMs));
  round.set(low.map((sample, at) => sample + (high[at] ?? 0)));
  return round;
}
