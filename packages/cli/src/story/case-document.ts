import type { CaseReport } from "@skill-call/laptop";
import { stepTimes } from "@skill-call/laptop";

/** A case as `demo --json` prints it. Its first seven fields are a promise. */
export function caseDocument({ case: number, locale, title, sayings, call, events }: CaseReport) {
  return {
    case: number,
    outcome: call?.outcome ?? "no-call",
    contextId: call?.contextId ?? null,
    destination: call?.destination ?? null,
    agentSees: call?.agentSees ?? null,
    legsLeftUp: call?.legsLeftUp ?? 0,
    events,
    title,
    locale,
    said: sayings,
    heardOnThePhone: call?.heard ?? [],
    dynamoDbRequests: call?.tableRequests ?? null,
    steps: stepTimes(events),
  };
}
