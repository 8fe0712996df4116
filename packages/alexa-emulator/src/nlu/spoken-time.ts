import type { Language } from "../languages/language.ts";
import type { DayPart } from "../languages/time-words.ts";
import { twoDigits } from "./local-time.ts";
import { inDigits } from "./spoken-number.ts";
import { digitsApart, type Utterance } from "./utterance.ts";

/** A time as AMAZON.TIME gives it: `05:30`, or a part of the day (`MO`, `AF`, `EV`, `NI`). */
export function spokenTime(said: Utterance, language: Language): string | undefined {
  const { times } = language;
  const text = inDigits(digitsApart(said), language.numbers).join(" ");
  const named = times.named.get(text);
  if (named !== undefined) return named;
  for (const { pattern, minutes = 0 } of times.clock) {
    const { h, m = "0", to = "0", part } = pattern.exec(text)?.groups ?? {};
    if (h === undefined) continue;
    const hour = hourOf(Number(h), part === undefined ? undefined : times.parts.get(part));
    const total = hour * 60 + minutes + Number(m.replace(" ", "")) - Number(to);
    const isTime = hour <= 24 && Number(m.replace(" ", "")) < 60;
    if (isTime)
      return `${twoDigits(Math.floor((total + 1440) / 60) % 24)}:${twoDigits((total + 60) % 60)}`;
  }
  return undefined;
}

function hourOf(hour: number, part: DayPart | undefined): number {
  if (part === "am") return hour === 12 ? 0 : hour;
  if (part === "pm") return hour < 12 ? hour + 12 : hour;
  if (part === "night") return hour === 12 ? 0 : hour >= 6 && hour < 12 ? hour + 12 : hour;
  return hour;
}
