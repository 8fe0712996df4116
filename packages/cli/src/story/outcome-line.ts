import type { CallReport } from "@skill-call/laptop";
import { outcomeText } from "@skill-call/laptop";
import type { Terminal } from "@skill-call/terminal";

/**
 * How a call ended, in one line.
 * @param underFault something was made to fail
 */
export function outcomeLine(report: CallReport, { colors }: Terminal, underFault: boolean): string {
  const { legsLeftUp, tableRequests, lambdaFailure } = report;
  const requests = tableRequests.skill + tableRequests.smaHandler;
  const legs = legsLeftUp === 0 ? "no leg left up" : `${legsLeftUp} left up: nobody hung them up`;
  const why =
    lambdaFailure === undefined ? "" : ` · the SMA Lambda gave no answer: ${lambdaFailure}`;
  const line = `${outcomeText(report)}${why} · ${requests} DynamoDB requests · ${legs}`;
  return isGood(report, underFault) ? `${colors.green("✔")} ${line}` : `${colors.red("✘")} ${line}`;
}

/**
 * The caller got somewhere or was told what to do, and nothing is left behind. That a Lambda gives no answer is only
 * good where that was asked for.
 */
export function isGood(
  { outcome, legsLeftUp, lambdaFailure }: CallReport,
  underFault: boolean,
): boolean {
  return legsLeftUp === 0 && outcome !== "silent" && (underFault || lambdaFailure === undefined);
}
