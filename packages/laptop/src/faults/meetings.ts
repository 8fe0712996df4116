import type { InjectOptions } from "@skill-call/emulation";
import type { MeetingsFault, MeetingsOperation } from "@skill-call/sma-emulator";
import type { NamedFault } from "./named-fault.ts";

interface MeetingsFailure extends InjectOptions<MeetingsOperation> {
  readonly name: string;
  readonly sentence: string;
  readonly injected: MeetingsFault;
}

const fault = ({ name, sentence, injected, ...options }: MeetingsFailure): NamedFault => ({
  name,
  sentence,
  reason: "technical-support",
  arm: ({ faults }) => faults.meetings.inject(injected, options),
});

export const meetingsFaults: readonly NamedFault[] = [
  fault({
    name: "meetings-throttled",
    sentence: "The meetings API answers every request with 429 ThrottlingException.",
    injected: { kind: "error", code: "ThrottlingException" },
  }),
  fault({
    name: "meetings-throttled-once",
    sentence: "The meetings API throttles one request; the AWS SDK's retry goes through.",
    injected: { kind: "error", code: "ThrottlingException" },
    times: 1,
  }),
  fault({
    name: "meetings-down",
    sentence: "The meetings API answers every request with 503.",
    injected: { kind: "error", code: "ServiceUnavailableException" },
  }),
  fault({
    name: "meetings-forbidden",
    sentence: "The Lambda's role may not create meetings.",
    injected: { kind: "error", code: "ForbiddenException" },
  }),
  fault({
    name: "meetings-hung",
    sentence: "The meetings API never answers.",
    injected: { kind: "hang" },
  }),
  fault({
    name: "meetings-answer-lost",
    sentence: "A meeting is created, but the answer is lost; the AWS SDK asks again.",
    injected: { kind: "answer-lost" },
    times: 1,
  }),
  fault({
    name: "meetings-invalid-token",
    sentence: "The first join token opens no meeting.",
    injected: { kind: "invalid-token" },
    operation: "CreateAttendee",
    times: 1,
  }),
  fault({
    name: "meetings-invalid-tokens",
    sentence: "No join token opens a meeting.",
    injected: { kind: "invalid-token" },
    operation: "CreateAttendee",
  }),
];
