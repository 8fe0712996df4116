import type { CaseReport } from "@skill-call/laptop";
import type { Terminal } from "@skill-call/terminal";
import { transcript } from "@skill-call/terminal";
import { callStory } from "./call-story.ts";
import { indent, section } from "./section.ts";

/** A case as a readable story: what was said, then the call. */
export function caseStory(report: CaseReport, terminal: Terminal): string[] {
  const { case: number, title, locale, sayings, call } = report;
  const { colors, width } = terminal;
  const inside = { ...terminal, width: width - indent };
  const heading = `Case ${number} · ${title} · ${locale}`;
  return [
    "",
    colors.bold(colors.cyan(heading)),
    colors.cyan("━".repeat(Math.min(width, heading.length))),
    ...section("What was said", transcript(sayings, inside), terminal),
    ...(call
      ? callStory(call, terminal)
      : ["", `${colors.red("✘")} The conversation did not end in a call`]),
  ];
}

/** Connected, and nothing left behind. */
export function isCaseGood({ call }: CaseReport): boolean {
  return call?.outcome === "connected" && call.legsLeftUp === 0;
}
