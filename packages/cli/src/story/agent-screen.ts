import { screenFacts } from "@skill-call/call-console";
import type { Terminal } from "@skill-call/terminal";
import { box, factLines } from "@skill-call/terminal";

const title = "On the screen of who answers";

/** The screen of whoever answers, as a box. */
export function agentScreen(screen: object, terminal: Terminal): string[] {
  const { notice } = screen as { readonly notice?: unknown };
  if (typeof notice === "string") return box(title, [notice], terminal);
  const facts = screenFacts(screen);
  return box(title, factLines(facts.length > 0 ? facts : [["Nothing", "is known"]], 70), terminal);
}
