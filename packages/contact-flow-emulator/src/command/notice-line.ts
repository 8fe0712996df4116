import type { Notice } from "../flow/notice.ts";

/** One line for people; undefined for what says nothing new. */
export function noticeLine(notice: Notice): string | undefined {
  switch (notice.type) {
    case "action":
      return `${notice.flow} · ${notice.action}: ${notice.actionType}`;
    case "said":
      return `  ${notice.to} hears "${notice.text}"`;
    case "pressed":
      return `  customer presses ${notice.digits}`;
    case "asked":
      return `  → ${functionName(notice.functionArn)}${notice.attempt > 1 ? ` (again, ${notice.attempt})` : ""}`;
    case "answered":
      return `  ← ${JSON.stringify(notice.answer)}`;
    case "branch":
      return notice.why === undefined ? undefined : `  ${notice.taken}: ${notice.why}`;
    case "dialled":
      return `  dials ${notice.number} from ${notice.callerId}`;
    case "third-party":
      return `  third party: ${notice.state}${notice.sipCode ? ` (${notice.sipCode})` : ""}`;
    case "queued":
      return `  waits in ${notice.queue}`;
    case "agent":
      return `  agent ${notice.name}: ${notice.state}`;
    case "not-emulated":
      return `  ${notice.actionType} is not emulated: its error branch is taken`;
    case "ended":
      return `ended: ${notice.reason}`;
  }
}

function functionName(arn: string): string {
  return arn.split(":").at(-1) ?? arn;
}
