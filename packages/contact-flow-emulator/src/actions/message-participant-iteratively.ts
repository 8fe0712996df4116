import { waited } from "@skill-call/emulation";
import { resolveText } from "../contact/resolve-reference.ts";
import type { RunAction } from "../flow/action.ts";
import { ended } from "../flow/outcome.ts";
import { type Scene, tell } from "../flow/scene.ts";

/** How long one round of the messages takes. */
const roundMs = 20_000;

/** Says its messages again and again, until it is interrupted: by its own limit, an agent, or the customer. */
export const messageParticipantIteratively: RunAction = async ({ action, scene }) => {
  const { Messages, InterruptFrequencySeconds } = action.Parameters;
  const { clock } = scene.instance;
  const interruptMs = Number(InterruptFrequencySeconds) * 1_000;
  const limited = interruptMs > 0;
  const signal = AbortSignal.any(
    [scene.leg?.down, scene.stopped].filter((each) => each !== undefined),
  );
  while (!signal.aborted) {
    for (const message of Array.isArray(Messages) ? Messages : []) sayOne(message, scene);
    const goesOn = await waited({ clock, ms: limited ? interruptMs : roundMs, signal });
    if (goesOn && limited) return { type: "result", value: "MessagesInterrupted" };
  }
  return ended({ type: "ended" });
};

/** One of the messages: `{ Text }`, `{ SSML }` or `{ PromptId }`. */
function sayOne(message: unknown, scene: Scene): void {
  const [kind, text] = Object.entries(Object(message))[0] ?? [];
  if (typeof text !== "string") return;
  if (kind !== "Text" && kind !== "SSML" && kind !== "PromptId") return;
  tell(scene, { type: "said", to: scene.hears, text: resolveText(text, scene.contact), kind });
}
