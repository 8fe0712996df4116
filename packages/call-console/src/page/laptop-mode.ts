import type { LaptopSetup } from "../console-messages.ts";
import type { CallRecord } from "../record/call-record.ts";
import { deskState } from "../record/desk-state.ts";
import { knownKind } from "../record/known-steps.ts";
import { CallView } from "./call/call-view.ts";
import { TranscriptView } from "./call/transcript-view.ts";
import { DeskView } from "./desk-view.ts";
import { tell } from "./dom/elements.ts";
import { takeTemplate } from "./dom/take-template.ts";
import { openFaultsPanel } from "./panels/faults-panel.ts";
import { openStraightCalls } from "./panels/straight-call.ts";
import { TalkPanel } from "./panels/talk-panel.ts";
import { type ChangeListener, server } from "./server.ts";

/** The page where the whole flow runs: somebody talks to the skill, and an agent answers. */
export function openLaptop(setup: LaptopSetup): Pick<ChangeListener, "calls"> {
  takeTemplate("laptop");
  tell("what", "From the first word to the agent, on this machine");
  const talk = new TalkPanel(setup);
  const onTrouble = (error: unknown) => talk.complain(error);
  openFaultsPanel(setup.faults, onTrouble);
  openStraightCalls(setup, { onPlaced: () => talk.callIsPlaced(), onTrouble });
  const transcript = new TranscriptView();
  const desk = new DeskView(setup.fields);
  const calls = new CallView({
    mostCalls: setup.mostCalls,
    emptyText: "Say something to Alexa: every step of the call appears here as it happens.",
    showsEachNewCall: true,
    onTrouble,
    onEnd: () => talk.callIsOver(),
    onShow: ({ id, events, isLive }) => {
      transcript.show(id, events);
      desk.show(events, isLive);
    },
    hangUps: [
      {
        text: "Caller hangs up",
        isPossible: isCallOn,
        hangUp: () => server.hangUp("caller"),
      },
      {
        text: "Agent hangs up",
        isPossible: (record) => isCallOn(record) && deskState(record.events).stage === "answered",
        hangUp: () => server.hangUp("callee"),
      },
    ],
  });
  return { calls };
}

function isCallOn({ events }: CallRecord): boolean {
  return events.some((step) => {
    const kind = knownKind(step);
    return kind === "call.placed" || kind === "leg.dialled";
  });
}
