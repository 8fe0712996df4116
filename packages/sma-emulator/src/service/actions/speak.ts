import { type EmulatedAction, succeeded } from "./emulated-action.ts";
import { say } from "./say.ts";

/** Answers the call and says a text. */
export const speak: EmulatedAction = async (scope) => {
  scope.dispatch({ type: "caller-answered" });
  await say(scope, scope.action.parameters, scope.signal);
  return succeeded;
};
