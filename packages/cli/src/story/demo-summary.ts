import type { CaseReport } from "@skill-call/laptop";
import type { Terminal } from "@skill-call/terminal";
import { isCaseGood } from "./case-story.ts";

/** The last line of the demo. */
export function demoSummary(
  reports: readonly CaseReport[],
  tookMs: number,
  { colors }: Terminal,
): string {
  const connected = reports.filter(({ call }) => call?.outcome === "connected").length;
  const legsLeftUp = reports.reduce((sum, { call }) => sum + (call?.legsLeftUp ?? 0), 0);
  const requests = reports.map(({ call }) =>
    call ? call.tableRequests.skill + call.tableRequests.smaHandler : 0,
  );
  const line = [
    `${connected} of ${reports.length} calls connected`,
    legsLeftUp === 0 ? "no leg left up" : `${legsLeftUp} left up`,
    `${Math.max(...requests)} DynamoDB requests a call at most`,
    `${Math.round(tookMs)} ms in all`,
  ].join(" · ");
  const good = reports.every(isCaseGood);
  return `\n${colors.bold(good ? colors.green(`✔ ${line}`) : colors.red(`✘ ${line}`))}`;
}
