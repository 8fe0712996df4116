import { byId } from "@skill-call/page-dom";
import type { EmulatorSetup } from "../../console-messages.ts";
import { foldAway, tell, textIn } from "../dom/elements.ts";
import { option } from "../dom/option.ts";
import { server } from "../server.ts";

/** Has the service ring a phone, as CreateSipMediaApplicationCall does. */
export function openOutboundCalls(
  { ownNumbers, applications }: EmulatorSetup,
  onTrouble: (error: unknown) => void,
): void {
  byId("outbound-from").replaceChildren(...ownNumbers.map((number) => option(number, number)));
  byId("outbound-application").replaceChildren(...applications.map((id) => option(id, id)));
  byId("outbound-form").addEventListener("submit", (event) => {
    event.preventDefault();
    server
      .placeOutbound({
        to: textIn("outbound-to"),
        from: textIn("outbound-from"),
        application: textIn("outbound-application"),
      })
      .then(() => {
        foldAway("outbound-form");
        tell("service-notice", "The call is placed.");
      })
      .catch(onTrouble);
  });
}
