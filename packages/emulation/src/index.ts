export type { CallHandle, CallProgress } from "./call-progress.ts";
export { type Clock, systemClock } from "./clock.ts";
export { FaultQueue, type Faults, type InjectOptions, type PlannedFault } from "./fault-queue.ts";
export type { Invite } from "./invite.ts";
export { type LoopbackEnv, type LoopbackServer, serveOnLoopback } from "./loopback-server.ts";
export { OpenParts, openTogether } from "./open-parts.ts";
export { unanswered } from "./unanswered.ts";
export { waited } from "./waited.ts";
