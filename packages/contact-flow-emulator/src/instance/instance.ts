import type { Flow } from "@skill-call/contact-flow";
import type { Clock } from "@skill-call/emulation";
import type { LambdaFunction } from "@skill-call/lambda-runner";
import type { Carrier } from "@skill-call/phones";
import type { TellNotice } from "../flow/notice.ts";
import type { Override } from "../flow/override.ts";
import type { Queues } from "../queues/queues.ts";

/** A flow of the instance, by its id or ARN. */
export interface DeployedFlow {
  readonly id: string;
  readonly name: string;
  readonly flow: Flow;
}

/** Hours of operation: open, or closed. */
export type Hours = "open" | "closed";

/** One Connect instance: what its flows can use. */
export interface Instance {
  readonly arn: string;
  /** Finds a flow by id or ARN. */
  flow(id: string): DeployedFlow | undefined;
  /** Finds an associated Lambda function by its ARN. */
  function(arn: string): LambdaFunction | undefined;
  /** E.164 numbers claimed on it; any number passes when it is undefined. */
  readonly numbers: ReadonlySet<string> | undefined;
  readonly queues: Queues;
  hours(id: string | undefined): Hours;
  readonly carrier: Carrier;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly random: () => number;
  readonly tell: TellNotice;
  /** Lines of the flow log, as CloudWatch shows them. */
  readonly flowLog: (line: unknown) => void;
  /** `Amazon Connect Contact Event`s, as EventBridge delivers them. */
  readonly contactEvent: (event: unknown) => void;
  /** What a test case mocks. */
  readonly override?: Override;
}
