import type { RunningAction } from "./action.ts";
import { type ActionOutcome, failed, next } from "./outcome.ts";
import { textParameter } from "./parameters.ts";
import { tell } from "./scene.ts";

const kinds = ["Text", "SSML", "PromptId"] as const;

/** Says or plays an action's prompt. It takes no time; a text that is empty by then is an error, as in Connect. */
export function say(running: RunningAction): ActionOutcome {
  const kind = kinds.find((name) => running.action.Parameters[name] !== undefined);
  const text = kind ? textParameter(running, kind) : "";
  if (!kind || text.trim() === "") return failed("the prompt is empty");
  tell(running.scene, { type: "said", to: running.scene.hears, text, kind });
  return next;
}
