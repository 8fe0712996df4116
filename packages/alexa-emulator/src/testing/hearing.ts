/** How tests hear: on Tuesday, 24 November 2015, the day of the examples in the "Slot Type Reference". */
export function hearing(locale: string) {
  return { locale, skillId: "skill", today: () => today };
}

export const today = { year: 2015, month: 11, day: 24, weekday: 2 } as const;
