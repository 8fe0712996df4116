import pc from "picocolors";

export type Colors = ReturnType<typeof pc.createColors>;

/** Where a story is printed: how wide it is, and whether colours show. */
export interface Terminal {
  /** Columns. */
  readonly width: number;
  readonly colors: Colors;
}

/** What a terminal has when nobody says: enough for a ladder, and for a page. */
const defaultWidth = 100;
const narrowest = 60;

export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Colour only where somebody looks at it, unless NO_COLOR or FORCE_COLOR say otherwise (no-color.org). */
export function terminalOf(stream: OutputStream, env: NodeJS.ProcessEnv): Terminal {
  return {
    width: Math.max(narrowest, stream.columns ?? columnsOf(env) ?? defaultWidth),
    colors: pc.createColors(wantsColor(stream, env)),
  };
}

function columnsOf({ COLUMNS }: NodeJS.ProcessEnv): number | undefined {
  const columns = Number(COLUMNS);
  return Number.isInteger(columns) && columns > 0 ? columns : undefined;
}

function wantsColor(stream: OutputStream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return stream.isTTY === true && env.TERM !== "dumb";
}
