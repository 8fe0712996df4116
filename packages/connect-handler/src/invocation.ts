import type { ContactFlowEvent } from "@skill-call/contact-flow";
import type { Deadline } from "@skill-call/lambda-config";
import type { Config } from "./config/config.ts";
import type { Ports } from "./ports.ts";

/** One event to be answered, and all that it takes. */
export interface Invocation {
  readonly event: ContactFlowEvent;
  readonly config: Config;
  readonly ports: Ports;
  readonly deadline: Deadline;
}
