import type { CallReport } from "../../laptop/call-report.ts";
import type { Terminal } from "../render/terminal.ts";

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

function outcomeText({ outcome, destination, refused }: CallReport): string {
  switch (outcome) {
    case "connected":
      return destination ? `Connected to ${destinationText(destination)}` : "Connected";
    case "announced":
      return "Not connected: the caller heard what to do";
    case "refused":
      return `Refused with ${refused?.sipCode ?? 480}: Alexa says that the contact is not available`;
    case "unanswered":
      return "The caller did not answer the callback";
    case "abandoned":
      return "The caller hung up before anybody answered";
    case "silent":
      return "Not connected, and the caller heard nothing";
  }
}

function destinationText({ type, to }: NonNullable<CallReport["destination"]>): string {
  switch (type) {
    case "voice-connector":
      return `the contact centre (${to})`;
    case "pstn":
      return to;
    case "meeting":
      return "an agent in a meeting";
  }
}
