import type { AlexaTraceEvent } from "@skill-call/alexa-emulator";
import type { ShownStep } from "@skill-call/call-console";
import type { Trace } from "@skill-call/emulation/trace";
import type { SmaTraceEvent } from "@skill-call/sma-emulator";

/** Who takes part in the whole flow. */
export type LaptopLane =
  | AlexaTraceEvent["from"]
  | SmaTraceEvent["from"]
  | "call-context-table"
  | "connect"
  | "connect-handler"
  | "destination-service";

/** What happens in it. */
type LaptopKind =
  | AlexaTraceEvent["kind"]
  | SmaTraceEvent["kind"]
  | "agent.joined"
  | "agent.screen"
  | "connect.request"
  | "connect.asked"
  | "connect.answer"
  | "connect.queued"
  | "connect.accepted"
  | "connect.whisper"
  | "destination.request"
  | "table.request";

export type LaptopTraceEvent = ShownStep<LaptopLane, LaptopKind>;

export type LaptopTrace = Trace<LaptopTraceEvent>;
