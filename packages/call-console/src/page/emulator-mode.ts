import { byId, element } from "@skill-call/page-dom";
import type { EmulatorSetup } from "../console-messages.ts";
import { CallView } from "./call/call-view.ts";
import { tell } from "./dom/elements.ts";
import { takeTemplate } from "./dom/take-template.ts";
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

/** Shows what to call, and which SIP media applications take it. */
function showNumbers(numbers: EmulatorSetup["numbers"]): void {
  byId("numbers").replaceChildren(...numbers.map(numberItem));
}

function numberItem({ number, applications, uris }: EmulatorSetup["numbers"][number]): HTMLElement {
  return element(
    "li",
    {},
    element("span", { className: "number", text: number }),
    element("span", { className: "quiet", text: ` → ${applications.join(", then ")}` }),
    ...uris.map(uriOf),
  );
}

/** Rather than anywhere it breaks before its parameters. */
function uriOf(uri: string): HTMLElement {
  const [address = "", ...parameters] = uri.split(";");
  const parts = parameters.flatMap((each) => [element("wbr"), new Text(`;${each}`)]);
  return element("code", {}, new Text(address), ...parts);
}
