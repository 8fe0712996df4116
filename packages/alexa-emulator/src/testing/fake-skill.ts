import type { Invocation, LambdaFunction } from "@skill-call/lambda-runner";

/** The parts of a request envelope that tests look at. */
export interface ReceivedRequest {
  readonly session?: {
    readonly new: boolean;
    readonly sessionId: string;
    readonly attributes: Readonly<Record<string, unknown>>;
  };
  readonly context: {
    readonly System: {
      readonly apiEndpoint: string;
      readonly apiAccessToken?: string;
      readonly device?: {
        readonly deviceId?: string;
        readonly supportedInterfaces: Readonly<Record<string, object>>;
      };
      readonly unit?: object;
    };
  };
  readonly request: ReceivedFields;
}

export interface ReceivedFields {
  readonly type: string;
  readonly requestId: string;
  readonly timestamp: string;
  readonly locale: string;
  readonly dialogState?: string;
  readonly reason?: string;
  readonly error?: unknown;
  readonly cause?: unknown;
  readonly intent?: ReceivedIntent;
}

export interface ReceivedIntent {
  readonly name: string;
  readonly confirmationStatus: string;
  readonly slots?: Readonly<Record<string, ReceivedSlot>>;
}

export interface ReceivedSlot {
  readonly name: string;
  readonly value?: string;
  readonly confirmationStatus: string;
  readonly resolutions?: unknown;
}

/** Answers a request; a string fails the invocation with it. */
export type Respond = (received: ReceivedRequest) => unknown;

export interface FakeSkill extends LambdaFunction {
  /** What Alexa sent, in order. */
  readonly received: readonly ReceivedRequest[];
}

/** A skill in the test's own words. */
export function fakeSkill(respond: Respond): FakeSkill {
  const received: ReceivedRequest[] = [];
  return {
    name: "fake-skill",
    received,
    invoke: async (event): Promise<Invocation> => {
      const request = structuredClone(event) as ReceivedRequest;
      received.push(request);
      const answer = await respond(request);
      return typeof answer === "string"
        ? { outcome: "failed", errorType: "Error", message: answer, durationMs: 1 }
        : { outcome: "answered", payload: structuredClone(answer), durationMs: 1 };
    },
    warm: async () => undefined,
    close: async () => {},
  };
}
