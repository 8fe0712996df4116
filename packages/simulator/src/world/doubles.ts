import type { ItemClient } from "@skill-call/call-context";
import type { HandlerPorts } from "@skill-call/call-events/parts";
import type { CallStarter } from "@skill-call/skill/parts";
import type { Ports } from "@skill-call/sma-handler/parts";
import type { Code } from "./simulated-lambda.ts";

/** Puts something broken in place of a part, to see that somebody notices. */
export interface Doubles {
  readonly items?: (items: ItemClient) => ItemClient;
  readonly ports?: (ports: Ports) => Ports;
  readonly handler?: (handler: Code) => Code;
  /** Of Amazon Connect. */
  readonly contactHandler?: (handler: Code) => Code;
  /** Of the call events Lambda. */
  readonly events?: (ports: HandlerPorts) => HandlerPorts;
  readonly eventsHandler?: (handler: Code) => Code;
  readonly starter?: (starter: CallStarter) => CallStarter;
}

export const noDoubles: Doubles = {};

/** In place of a double: the part as it is. */
export function same<T>(part: T): T {
  return part;
}
