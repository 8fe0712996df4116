import type { EmulatorSetup } from "../console-messages.ts";
import { CallView } from "./call/call-view.ts";
import { tell } from "./dom/elements.ts";
import { takeTemplate } from "./dom/take-template.ts";
import { showNumbers } from "./numbers.ts";
import { DeliveryFaultsPanel } from "./panels/delivery-faults-panel.ts";
import { openOutboundCalls } from "./panels/outbound-call.ts";
import { type ChangeListener, server } from "./server.ts";

/** The page in front of an emulator: calls come from elsewhere, many at once. */
export function openEmulator(setup: EmulatorSetup): Omit<ChangeListener, "onConnection"> {
  takeTemplate("emulator");
  tell("what", "Your SMA Lambda behind real SIP, on this machine");
  const onTrouble = (error: unknown) =>
    tell("service-notice", error instanceof Error ? error.message : String(error));
  showNumbers(setup.numbers);
  openOutboundCalls(setup, onTrouble);
  const faults = new DeliveryFaultsPanel(setup, onTrouble);
  const calls = new CallView({
    mostCalls: setup.mostCalls,
    emptyText:
      "No call yet. Let a softphone, sipp or a contact centre call a number: every step appears here as it happens.",
    showsEachNewCall: false,
    onTrouble,
    onEnd: () => {},
    onShow: () => {},
    hangUps: [
      {
        text: "Hang up",
        isPossible: () => true,
        hangUp: ({ id }) => server.breakOff(id),
      },
    ],
  });
  return { calls, onFaults: (planned) => faults.show(planned) };
}
