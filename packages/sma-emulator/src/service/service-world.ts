import type { SmaTrace } from "../sma-trace.ts";
import type { ActionPorts } from "./actions/emulated-action.ts";
import type { LambdaPorts } from "./ask-lambda.ts";
import type { SipMediaApplication } from "./configuration.ts";
import type { ServiceLog } from "./service-log.ts";

/** All that the calls of one service share. */
export type ServiceWorld = Omit<ActionPorts, "log"> &
  Omit<LambdaPorts, "tell" | "log"> & {
    readonly trace: SmaTrace;
    readonly log: ServiceLog;
    readonly applicationWith: (id: string | undefined) => SipMediaApplication | undefined;
  };
