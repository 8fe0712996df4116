import type { ConsoleSetup } from "../console-messages.ts";
import { tell } from "./dom/elements.ts";
import { openEmulator } from "./emulator-mode.ts";
import { openLaptop } from "./laptop-mode.ts";
import { openRecords } from "./records-mode.ts";
import { type ChangeListener, hearChanges, server } from "./server.ts";

const setup = await server.setup();
const listener = open(setup);
hearChanges({
  ...listener,
  onConnection: (connected) => {
    document.body.dataset.connected = `${connected}`;
    tell("connection", connected ? "Connected" : "Not connected: is the console still running?");
  },
});

function open(setup: ConsoleSetup): Omit<ChangeListener, "onConnection"> {
  switch (setup.mode) {
    case "laptop":
      return openLaptop(setup);
    case "emulator":
      return openEmulator(setup);
    case "records":
      return openRecords(setup);
  }
}
