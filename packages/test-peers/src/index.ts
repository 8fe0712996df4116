export { freePort, portTaken } from "./free-port.ts";
export type { Peer } from "./peer.ts";
export { baresip, chromium, espeak, pytest, sipp } from "./peers.ts";
export { type PeerTest, testWith } from "./test-with.ts";
