import type { Clock } from "../clock.ts";
import type { IdSource } from "../ids.ts";
import type { Flow } from "../transaction/outbox.ts";
import type { RequestSender } from "../transaction/request-sender.ts";
import type { TimerValues } from "../transaction/timing.ts";

/** What a call needs of its user agent. */
export interface CallPorts {
  readonly clock: Clock;
  readonly timers: TimerValues;
  readonly ids: IdSource;
  readonly sender: RequestSender;
  /** The Contact for a peer that came this way. */
  contact(flow: Flow): string;
}
