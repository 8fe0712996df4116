import type { Output } from "@skill-call/terminal";
import type { LogLevel } from "../config/emulator-config.ts";
import type { EmulatorLog } from "../emulator-log.ts";
import { timeOf } from "./step-line.ts";

const levels: readonly LogLevel[] = ["error", "warn", "info", "debug"];

/** Writes the log to standard error, up to a level. */
export function logLines(output: Output, level: LogLevel): EmulatorLog {
  const { colors } = output.terminal;
  const paints = { error: colors.red, warn: colors.yellow, info: colors.dim, debug: colors.dim };
  return (line) => {
    if (levels.indexOf(line.level) > levels.indexOf(level)) return;
    const time = timeOf(Date.now());
    output.note(`${colors.dim(time)} ${paints[line.level](`[${line.source}]`)} ${line.message}`);
  };
}
