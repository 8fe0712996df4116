import { tell } from "./dom/elements.ts";
import { openEmulator } from "./emulator-mode.ts";
import { openLaptop } from "./laptop-mode.ts";
import { hearChanges, server } from "./server.ts";

const setup = await server.setup();
const listener = setup.mode === "laptop" ? openLaptop(setup) : openEmulator(setup);
hearChanges({
  ...listener,
  onConnection: (connected) => {
    document.body.dataset.connected = `${connected}`;
    tell("connection", connected ? "Connected" : "Not connected: is the console still running?");
  },
});
