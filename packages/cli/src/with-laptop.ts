import type { Laptop } from "@skill-call/laptop";
import { createLaptop, type LaptopOptions } from "@skill-call/laptop";
import { timesSlower } from "./options/times-slower.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGPIPE"] as const;

/** Exit codes of processes that a signal ended (POSIX shells: 128 + its number). `| head` has what it wanted. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGPIPE: 0 } as const;

/** Starts a laptop for as long as `use` takes; it ends whatever happens, Ctrl-C included. */
export async function withLaptop<Result>(
  options: LaptopOptions,
  use: (laptop: Laptop) => Promise<Result>,
): Promise<Result> {
  const starting = createLaptop({ ...timesSlower(process.env), ...options });
  const stop = (signal: (typeof signals)[number]) => {
    const closed = starting.then((laptop) => laptop.close());
    void closed.catch(() => {}).then(() => process.exit(exitCodes[signal]));
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    const laptop = await starting;
    try {
      return await use(laptop);
    } finally {
      await laptop.close();
    }
  } finally {
    // Node ignores SIGPIPE until its last listener goes: from then on the next write would end the process with 141.
    for (const signal of signals) if (signal !== "SIGPIPE") process.off(signal, stop);
  }
}
