import { CallView } from "./call-view.ts";
import { byId, makeScrollable, tell } from "./elements.ts";
import { openFaultsPanel } from "./faults-panel.ts";
import { hearChanges, server } from "./server.ts";
import { openStraightCalls } from "./straight-call.ts";
import { TalkPanel } from "./talk-panel.ts";

const setup = await server.setup();
const calls = new CallView(setup.framesAgent);

makeScrollable(byId("step-detail"));
hearChanges({
  onRecords: (records) => calls.replaceAll(records),
  onRecord: (record) => calls.begin(record),
  onStep: (id, event) => calls.add(id, event),
  onOutcome: (id, outcome) => calls.end(id, outcome),
  onConnection: (connected) =>
    tell("connection", connected ? "Connected" : "Not connected: is the console still running?"),
});

if (setup.talks) {
  const talk = new TalkPanel(setup);
  const complain = (error: unknown) => talk.complain(error);
  openFaultsPanel(setup.faults, complain);
  openStraightCalls(setup, complain);
  for (const who of ["caller", "callee"] as const) {
    byId(`hang-up-${who}`).addEventListener("click", () => server.hangUp(who).catch(complain));
  }
} else {
  byId("talk").hidden = true;
}
