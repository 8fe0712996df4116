import type { CallReport } from "@skill-call/laptop";
import { outcomeText } from "@skill-call/laptop";
import type { Terminal } from "@skill-call/terminal";

/** How a call ended, in one line. */
export function outcomeLine(report: CallReport, { colors }: Terminal): string {
  const { legsLeftUp, tableRequests } = report;
  const requests = tableRequests.skill + tableRequests.smaHandler;
  const legs = legsLeftUp === 0 ? "no leg left up" : `${legsLeftUp} left up: nobody hung them up`;
  const line = `${outcomeText(report)} · ${requests} DynamoDB requests · ${legs}`;
  return isGood(report) ? `${colors.green("✔")} ${line}` : `${colors.red("✘")} ${line}`;
}

/** The caller got somewhere or was told what to do, and nothing is left behind. */
export function isGood({ outcome, legsLeftUp }: CallReport): boolean {
  return legsLeftUp === 0 && outcome !== "silent";
}
