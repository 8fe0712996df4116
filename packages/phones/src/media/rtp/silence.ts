import { packetSamples } from "../packet-time.ts";

/** A packet of it: the one that everybody sends who has nothing to say. */
export const silence = new Int16Array(packetSamples);
