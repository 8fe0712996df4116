import type { RecordsSetup } from "../console-messages.ts";
import { CallView } from "./call/call-view.ts";
import { tell } from "./dom/elements.ts";
import { takeTemplate } from "./dom/take-template.ts";
import type { ChangeListener } from "./server.ts";

/** The page for calls that are over: they can be looked at, and replayed. */
export function openRecords({ what }: RecordsSetup): Pick<ChangeListener, "calls"> {
  takeTemplate("records");
  tell("what", what);
  const calls = new CallView({
    emptyText: "There is no call to look at.",
    showsEachNewCall: false,
    onTrouble: () => {},
    onEnd: () => {},
    onShow: () => {},
    hangUps: [],
  });
  return { calls };
}
