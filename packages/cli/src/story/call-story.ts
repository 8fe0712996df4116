import type { CallReport, LaptopTraceEvent } from "@skill-call/laptop";
import { stepTimes } from "@skill-call/laptop";
import type { Terminal } from "@skill-call/terminal";
import { type Fact, factLines, ladder, transcript } from "@skill-call/terminal";
import { agentScreen } from "./agent-screen.ts";
import { ladderHeads } from "./ladder-heads.ts";
import { legsOf } from "./legs.ts";
import { outcomeLine } from "./outcome-line.ts";
import { indent, section } from "./section.ts";
import { storedContext } from "./stored-context.ts";

/** A call as a readable story, from what really happened. */
export function callStory(report: CallReport, terminal: Terminal): string[] {
  const { events, heard, agentSees } = report;
  const sayings = heard.map((text) => ({ speaker: "call", text }) as const);
  const inside = { ...terminal, width: terminal.width - indent };
  return [
    ...section("What was stored", factLines(storedContext(events)), terminal),
    ...section("The call", ladder(fromTheLastWord(events), ladderHeads, inside), terminal),
    ...section("What the caller heard on the phone", transcript(sayings, inside), terminal),
    ...section("Legs", factLines(legFacts(report)), terminal),
    ...(agentSees ? ["", ...agentScreen(agentSees, terminal)] : []),
    ...section("How long it took", factLines(timeFacts(report)), terminal),
    "",
    outcomeLine(report, terminal),
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
