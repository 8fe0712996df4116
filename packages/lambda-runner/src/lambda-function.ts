import type { LambdaError } from "./lambda-error.ts";

/** How one invocation of a Lambda ended, as the service that invoked it sees it. */
export type InvocationEnd =
  | { readonly outcome: "answered"; readonly payload: unknown }
  | {
      /** `timed-out`: the time limit passed; `failed`: the handler threw or the process died. */
      readonly outcome: "timed-out" | "failed";
      readonly errorType: string;
      readonly message: string;
    };

export type Invocation = InvocationEnd & { readonly durationMs: number };

/** A Lambda that the emulated services can invoke: a built file in a process of its own, or behind HTTP. */
export interface LambdaFunction {
  readonly name: string;
  /** How many invocations run at once; more wait. Absent where nobody here knows. */
  readonly concurrency?: number;
  invoke(event: unknown): Promise<Invocation>;
  /** Gets it ready ahead of its first invocation; says what stands in the way, undefined when nothing does. */
  warm(): Promise<LambdaError | undefined>;
  /** Ends the process. */
  close(): Promise<void>;
}
