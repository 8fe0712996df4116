import { screenFacts } from "../../laptop/screen-facts.ts";
import { box } from "../render/box.ts";
import { factLines } from "../render/facts.ts";
import type { Terminal } from "../render/terminal.ts";

const title = "On the screen of who answers";

/** The screen of whoever answers, as a box. */
export function agentScreen(screen: object, terminal: Terminal): string[] {
  const { notice } = screen as { readonly notice?: unknown };
  if (typeof notice === "string") return box(title, [notice], terminal);
  const facts = screenFacts(screen);
  return box(title, factLines(facts.length > 0 ? facts : [["Nothing", "is known"]], 70), terminal);
}
