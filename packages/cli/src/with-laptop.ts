import type { Laptop } from "@skill-call/laptop";
import { createLaptop, type LaptopOptions } from "@skill-call/laptop";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Exit codes of processes that a signal ended (POSIX shells: 128 + its number). */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Starts a laptop for as long as `use` takes; it ends whatever happens, Ctrl-C included. */
export async function withLaptop<Result>(
  options: LaptopOptions,
  use: (laptop: Laptop) => Promise<Result>,
): Promise<Result> {
  const starting = createLaptop(options);
  const stop = (signal: (typeof signals)[number]) => {
    const closed = starting.then((laptop) => laptop.close());
    void closed.catch(() => {}).then(() => process.exit(exitCodes[signal]));
  };
  for (const signal of signals) process.once(signal, stop);
  try {
    const laptop = await starting;
    try {
      return await use(laptop);
    } finally {
      await laptop.close();
    }
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
