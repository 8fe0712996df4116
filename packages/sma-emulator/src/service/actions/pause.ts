import { waited } from "@skill-call/emulation";
import { type EmulatedAction, succeeded } from "./emulated-action.ts";

/** Waits. The caller goes on hearing it ring. */
export const pause: EmulatedAction = async ({ action, ports, signal }) => {
  const ms = Number(action.parameters.DurationInMilliseconds);
  await waited({ clock: ports.clock, ms, signal });
  return succeeded;
};
