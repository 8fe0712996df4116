import type { Hours } from "./call-form.ts";

/** Whether somebody answers at this instant, by the clock of the hours' time zone; always where there are none. */
export function isOpen(
  hours: Pick<Hours, "timeZone" | "open"> | undefined,
  instant: Date,
): boolean {
  if (hours === undefined) return true;
  const { weekday, time } = clockIn(hours.timeZone, instant);
  return hours.open.some(
    ({ days, from, to }) => days.some((day) => day === weekday) && from <= time && time < to,
  );
}

function clockIn(timeZone: string, instant: Date) {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const weekday = String(parts.get("weekday")).toLowerCase();
  return { weekday, time: `${parts.get("hour")}:${parts.get("minute")}` };
}
