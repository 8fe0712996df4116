import type { Alexa } from "@skill-call/alexa-emulator";
import type { CallPlan } from "../calls/call-plan.ts";
import type { Laptop } from "../laptop.ts";

/** A failure that can be had by its name. */
export interface NamedFault {
  /** Such as `meetings-throttled`. */
  readonly name: string;
  /** What goes wrong, in one sentence. */
  readonly sentence: string;
  /** A reason whose sample route meets the fault; any does without it. */
  readonly reason?: string;
  /** Makes it happen: to what comes next. */
  readonly arm?: (laptop: Laptop) => void;
  /** Likewise, where it goes wrong on the side of Alexa. */
  readonly armAlexa?: (alexa: Alexa) => void;
  /** Where the call itself is what is wrong: the call as it is then placed. */
  readonly plan?: (plan: CallPlan) => CallPlan;
}

/** More often than any call asks. */
export const always = 1000;
