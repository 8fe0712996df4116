import { type Target, UnsoundError } from "../targets/target.ts";

/** Processor time that no input may take, in milliseconds: so much at once, and so much for each character of it. */
const mostMs = 50;
const mostMsEachCharacter = 0.02;

/** The cause of an input that takes too long, wherever that is. */
export const slow = "takes too long";

/** An input takes more of the processor than its length is worth. */
class SlowError extends UnsoundError {
  constructor(length: number, ms: number) {
    super(`${length} characters take ${Math.round(ms)} ms of the processor`);
  }
}

/**
 * Feeds a target, and looks at the processor's time.
 * @throws {SlowError} when it takes too long, three times in a row: other things happen in a process, too
 */
async function feedWatched({ feed }: Pick<Target, "feed">, input: string): Promise<void> {
  const most = mostMs + mostMsEachCharacter * input.length;
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least > most; tries += 1) {
    const before = process.cpuUsage();
    await feed(input);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  if (least > most) throw new SlowError(input.length, least);
}

/** What is wrong with how an input is read. */
export interface Problem {
  /** The same for the same place in the code. */
  readonly cause: string;
  /** In words. */
  readonly problem: string;
}

/** What is wrong with how a target reads an input; `undefined`: nothing. */
export async function problemWith(target: Target, input: string): Promise<Problem | undefined> {
  try {
    await feedWatched(target, input);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) return { cause: typeof error, problem: `throws ${error}` };
    if (error instanceof SlowError) return { cause: slow, problem: error.message };
    const place = placeOf(error);
    return { cause: `${error.name} ${place}`, problem: `${error.name}: ${error.message} ${place}` };
  }
}

/** Where it was thrown; not where it was looked at. */
function placeOf({ stack = "", message }: Error): string {
  const lines = stack
    .replace(message, "")
    .split("\n")
    .map((line) => line.trim());
  return lines.find((line) => line.startsWith("at ") && !/ ensure/.test(line)) ?? "";
}
