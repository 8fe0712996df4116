import type { CallHandle } from "@skill-call/emulation";
import type { Phone, PhoneCall } from "@skill-call/phones";
import type { CreatedCall } from "../service/pstn-audio.ts";
import { callerNumber, createTestService, smaNumber, type TestService } from "./test-service.ts";

/** What a Lambda does with an event. */
export type Reply =
  | { readonly type: "answer"; readonly payload: unknown; readonly afterMs: number }
  | { readonly type: "throw" };

/** What a callee does with a call. */
export interface Callee {
  readonly way: "answers" | "busy" | "declines" | "noAnswer" | "outOfReach";
  readonly afterMs: number;
  readonly hangsUpAfterMs: number | undefined;
}

/** What happens besides, one after the other. */
export interface Deed {
  readonly afterMs: number;
  readonly deed: "hang up" | "press 1" | "press 2#" | "update" | "end meeting" | "break off";
}

export interface CallScript {
  readonly inbound: boolean;
  /** In turn, over and over. */
  readonly replies: readonly Reply[];
  readonly callees: readonly Callee[];
  readonly deeds: readonly Deed[];
}

/** A call that follows a script. */
export interface ScriptedCall extends TestService {
  readonly call: CreatedCall & Partial<CallHandle>;
  /** Every call at a phone or contact centre that is not over. */
  readonly phones: ReadonlySet<PhoneCall>;
  /** Those of them that were answered. */
  readonly answered: ReadonlySet<PhoneCall>;
}

/** Starts a call of which everything is in the script. */
export function startScriptedCall(script: CallScript, invocations: number): ScriptedCall {
  const phones = new Set<PhoneCall>();
  const answered = new Set<PhoneCall>();
  const endMeeting = new Set<() => void>();
  const nextReply = inTurn(script.replies);
  const nextCallee = inTurn(script.callees);
  const bench = createTestService({
    limits: { invocations },
    answers: () => {
      const reply = nextReply();
      if (reply.type === "throw") throw new Error("random");
      if (reply.afterMs === 0) return reply.payload;
      return new Promise((resolve) => {
        bench.clock.after(reply.afterMs, () => resolve(reply.payload));
      });
    },
    callee: (scripted) => {
      const { way, afterMs, hangsUpAfterMs } = nextCallee();
      const ways: Record<Callee["way"], Phone> = {
        answers: scripted.answers({
          afterMs,
          ...(hangsUpAfterMs !== undefined && { hangsUpAfterMs }),
          onAnswer: (call) => {
            answered.add(call);
            call.onOver(() => answered.delete(call));
          },
        }),
        busy: scripted.busy(),
        declines: scripted.declines({ afterMs }),
        noAnswer: scripted.noAnswer(),
        outOfReach: scripted.outOfReach(),
      };
      return (call) => {
        phones.add(call);
        call.onOver(() => phones.delete(call));
        ways[way](call);
      };
    },
    meetings: {
      join: ({ meetingId = "any", onEnded = () => {} }) => {
        endMeeting.add(onEnded);
        const attendee = bench.meetings.createAttendee(anyMeeting(), { ExternalUserId: "caller" });
        return { meetingId, attendee, leave: () => endMeeting.delete(onEnded) };
      },
    },
  });
  const anyMeeting = () =>
    bench.meetings.createMeeting({ ExternalMeetingId: "any", MediaRegion: "us-east-1" }).meetingId;
  const call: ScriptedCall["call"] = script.inbound
    ? bench.service.placeCall(bench.invite)
    : bench.service.createCall(outboundCall);

  const deeds: Record<Deed["deed"], () => void> = {
    "hang up": () => call.hangUp?.(),
    "press 1": () => call.press?.("1"),
    "press 2#": () => call.press?.("2#"),
    "end meeting": () => {
      for (const end of [...endMeeting]) end();
    },
    update: () => updateIfLive(bench, call.transactionId),
    "break off": () => void bench.service.breakOff(call.transactionId),
  };
  let at = 0;
  for (const { afterMs, deed } of script.deeds) {
    at += afterMs;
    bench.clock.after(at, deeds[deed]);
  }
  return { ...bench, call, phones, answered };
}

const outboundCall = {
  sipMediaApplicationId: "sma-1",
  fromPhoneNumber: smaNumber,
  toPhoneNumber: callerNumber,
};

function updateIfLive({ service }: TestService, transactionId: string): void {
  if (service.calls().length === 0) return;
  service.updateCall({ sipMediaApplicationId: "sma-1", transactionId, arguments: {} });
}

function inTurn<T>(items: readonly T[]): () => T {
  let taken = 0;
  return () => {
    const item = items[taken % items.length];
    taken += 1;
    if (item === undefined) throw new Error("The script is empty.");
    return item;
  };
}
