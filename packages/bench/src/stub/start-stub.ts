import { forked } from "./forked.ts";
import type { StubQuestion, StubStart, Wire } from "./stub-messages.ts";

export interface Stub extends StubStart {
  /** What went over the wire until now. */
  wire(): Promise<Wire>;
  /** Makes all contexts so many bytes larger than usual. */
  enlarge(extraBytes: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts what stands for AWS, for Alexa and for the OpenID provider, in a process of its own. */
export async function startStub(): Promise<Stub> {
  const { heard, ask, stop } = forked("stub-aws");
  const asked = (question: StubQuestion) => ask(question);
  return {
    ...((await heard()) as StubStart),
    wire: () => asked({ ask: "wire" }) as Promise<Wire>,
    enlarge: async (extraBytes) => {
      await asked({ ask: "size", extraBytes });
    },
    stop,
  };
}
