import { screenFacts } from "@skill-call/call-console";
import {
  type CallReport,
  type LaptopLane,
  type LaptopTraceEvent,
  stepTimes,
} from "@skill-call/laptop";
import { box, type Fact, factLines, ladder, type Terminal, transcript } from "@skill-call/terminal";
import { legsOf } from "./legs.ts";
import { outcomeLine } from "./outcome-line.ts";
import { indent, section } from "./section.ts";
import { storedContext } from "./stored-context.ts";

/**
 * A call as a readable story, from what really happened.
 * @param underFault something was made to fail
 */
export function callStory(report: CallReport, terminal: Terminal, underFault = false): string[] {
  const { events, heard, agentSees } = report;
  const sayings = heard.map((text) => ({ speaker: "call", text }) as const);
  const inside = { ...terminal, width: terminal.width - indent };
  return [
    ...section("What was stored", factLines(storedContext(report)), terminal),
    ...section("The call", ladder(fromTheLastWord(events), ladderHeads, inside), terminal),
    ...section("What the caller heard on the phone", transcript(sayings, inside), terminal),
    ...section("Legs", factLines(legFacts(report)), terminal),
    ...(agentSees ? ["", ...agentScreen(report, terminal)] : []),
    ...section("How long it took", factLines(timeFacts(report)), terminal),
    "",
    outcomeLine(report, terminal, underFault),
  ];
}

/** What was said before the word that started the call stands in the transcript. */
function fromTheLastWord(events: readonly LaptopTraceEvent[]): readonly LaptopTraceEvent[] {
  const lastWord = events.findLastIndex(({ kind }) => kind === "caller.utterance");
  return events.slice(Math.max(0, lastWord));
}

function legFacts({ events }: CallReport): readonly Fact[] {
  return legsOf(events).map(
    ({ tag, from, to, direction }): Fact => [tag, `${from} → ${to} (${direction.toLowerCase()})`],
  );
}

function timeFacts({ events }: CallReport): readonly Fact[] {
  return stepTimes(events).map(({ step, ms }): Fact => [step, `${ms} ms`]);
}

const title = "On the screen of who answers";

/** The screen of whoever answers, as a box. */
function agentScreen({ agentSees = {}, fields }: CallReport, terminal: Terminal): string[] {
  const { notice } = agentSees as { readonly notice?: unknown };
  if (typeof notice === "string") return box(title, [notice], terminal);
  const facts = screenFacts(agentSees, fields);
  return box(title, factLines(facts.length > 0 ? facts : [["Nothing", "is known"]], 70), terminal);
}

/** The lifelines of a call ladder in their order. */
const ladderHeads: Readonly<Record<LaptopLane, string>> = {
  caller: "caller",
  alexa: "Alexa",
  skill: "skill",
  "call-context-table": "table",
  "pstn-audio": "PSTN",
  "sma-handler": "SMA",
  connect: "Conn.",
  "connect-handler": "route",
  "destination-service": "branch",
  meetings: "meet",
  callee: "callee",
  "contact-centre": "agent",
};
