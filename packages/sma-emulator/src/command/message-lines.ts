import type { MessageObserver } from "@skill-call/sip";
import type { EmulatorLog } from "../emulator-log.ts";

/** Shows every SIP message as it is, with where it came from or went to. */
export function messageLines(log: EmulatorLog): MessageObserver {
  return (direction, { bytes, peer, protocol }) => {
    const arrow = direction === "in" ? "←" : "→";
    const head = `${arrow} ${protocol} ${peer.address}:${peer.port}`;
    log({ level: "debug", source: "sip", message: `${head}\n${bytes.toString().trimEnd()}\n` });
  };
}
