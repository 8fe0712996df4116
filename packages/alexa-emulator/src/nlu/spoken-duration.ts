import type { Language } from "../languages/language.ts";
import type { DurationUnit, TimeWords } from "../languages/time-words.ts";
import { inDigits } from "./spoken-number.ts";
import { digitsApart, type Utterance } from "./utterance.ts";

/** A duration as AMAZON.DURATION gives it, ISO 8601: "two years three hours ten minutes" is `P2YT3H10M`. */
export function spokenDuration(said: Utterance, language: Language): string | undefined {
  const { times, numbers } = language;
  const phrases = new Phrases(inDigits(digitsApart(said), numbers).join(" "));
  const amounts = new Map<DurationUnit, number>();
  while (!phrases.isOver) {
    if (amounts.size > 0) phrases.take(numbers.joints);
    const piece = pieceOf(phrases, times);
    if (!piece) return undefined;
    add(amounts, piece);
  }
  return amounts.size === 0 ? undefined : iso(amounts);
}

interface Piece {
  readonly unit: DurationUnit;
  readonly amount: number;
}

/** "two hours", "half an hour", "two and a half hours", "two hours and a half". */
function pieceOf(phrases: Phrases, times: TimeWords): Piece | undefined {
  const amount = amountOf(phrases, times);
  if (amount === undefined) return undefined;
  const isHalfMore = phrases.take(times.andAHalf) !== undefined;
  const unit = times.units.get(phrases.take([...times.units.keys()]) ?? "");
  if (unit === undefined) return undefined;
  const more = isHalfMore || phrases.take(times.andAHalf) !== undefined ? 0.5 : 0;
  return { unit, amount: amount + more };
}

function amountOf(phrases: Phrases, { half, one }: TimeWords): number | undefined {
  if (phrases.take(half) !== undefined) return 0.5;
  return phrases.number() ?? (phrases.take(one) === undefined ? undefined : 1);
}

/** Takes phrase after phrase from the start of a text. */
class Phrases {
  #rest: string;

  constructor(text: string) {
    this.#rest = text;
  }

  get isOver(): boolean {
    return this.#rest === "";
  }

  /** The longest of these phrases that stands here. */
  take(phrases: readonly string[]): string | undefined {
    const found = phrases
      .filter((each) => `${this.#rest} `.startsWith(`${each} `))
      .reduce<string | undefined>(
        (longest, each) => (each.length > (longest?.length ?? 0) ? each : longest),
        undefined,
      );
    if (found !== undefined) this.#rest = this.#rest.slice(found.length).trimStart();
    return found;
  }

  number(): number | undefined {
    const [digits] = /^\d+(?=\s|$)/.exec(this.#rest) ?? [];
    return digits === undefined ? undefined : Number(this.take([digits]));
  }
}

/** What half of a unit is in the next smaller one. */
const halves: Readonly<Record<DurationUnit, readonly [DurationUnit, number]>> = {
  Y: ["M", 6],
  M: ["D", 15],
  W: ["D", 3],
  D: ["TH", 12],
  TH: ["TM", 30],
  TM: ["TS", 30],
  TS: ["TS", 0],
};

function add(amounts: Map<DurationUnit, number>, { unit, amount }: Piece): void {
  const whole = Math.floor(amount);
  if (whole > 0) amounts.set(unit, (amounts.get(unit) ?? 0) + whole);
  if (whole === amount) return;
  const [smaller, half] = halves[unit];
  amounts.set(smaller, (amounts.get(smaller) ?? 0) + half);
}

function iso(amounts: ReadonlyMap<DurationUnit, number>): string {
  const part = (units: readonly DurationUnit[]) =>
    units.flatMap((unit) => {
      const amount = amounts.get(unit);
      return amount === undefined ? [] : [`${amount}${unit.slice(-1)}`];
    });
  const time = part(["TH", "TM", "TS"]);
  return `P${part(["Y", "M", "W", "D"]).join("")}${time.length > 0 ? "T" : ""}${time.join("")}`;
}
