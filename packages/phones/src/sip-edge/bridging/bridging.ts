import type { Body, CallAnswer } from "@skill-call/sip";

/** How a caller and the callee who is called for them come to hear each other. */
export interface Bridging {
  /** What the callee is offered. */
  offer(): Promise<Body | undefined>;
  /** The callee has a session before it answers. */
  early(status: number, session: Body): void;
  /**
   * The callee answered with this session.
   * @throws {MediaError} when it is of no use
   */
  answered(answer: CallAnswer, session: Body): Promise<void>;
}
