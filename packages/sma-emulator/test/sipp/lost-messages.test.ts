import { expect } from "@jest/globals";
import { toVoiceConnector } from "./support/actions.ts";
import { emulatorsUnderTest } from "./support/emulator-under-test.ts";
import { sippTest } from "./support/sipp-test.ts";

const started = emulatorsUnderTest();

/** What a datagram is, by its first line and the method it belongs to. */
function kindOf(datagram: Buffer): string {
  const text = datagram.toString();
  const status = /^SIP\/2\.0 (\d+)/.exec(text)?.[1];
  const method = /^CSeq: \d+ (\w+)/m.exec(text)?.[1] ?? "";
  return status === undefined ? method : `${status} ${method}`;
}

interface Ends {
  readonly caller: string;
  readonly callee: string;
  readonly values?: Readonly<Record<string, string>>;
}

const callerEnds: Ends = { caller: "caller-hangs-up", callee: "callee-answers" };
// A BYE that overtakes the ACK would find the callee waiting for that: it hangs up itself, once it has it.
const calleeEnds: Ends = { caller: "caller-is-hung-up-on", callee: "callee-hangs-up" };
// The callee must still be there for the BYE that is sent again.
const calleeLingers: Ends = { ...callerEnds, values: { lingers: "3000" } };

sippTest.each<[string, string, Ends?]>([
  ["in", "INVITE"],
  ["out", "100 INVITE"],
  ["out", "200 INVITE"],
  ["in", "ACK"],
  ["in", "BYE"],
  ["out", "200 BYE"],
  ["out", "INVITE"],
  ["in", "180 INVITE"],
  ["in", "200 INVITE"],
  ["out", "ACK", calleeEnds],
  ["out", "BYE"],
  ["in", "200 BYE", calleeLingers],
])(
  "a call survives that the first %s-going %s is lost",
  async (direction, kind, { caller, callee, values = {} } = callerEnds) => {
    let lost = 0;
    const under = await started({
      answers: { NEW_INBOUND_CALL: [toVoiceConnector()] },
      loses: (datagram, way) => {
        if (lost > 0 || way !== direction || kindOf(datagram) !== kind) return false;
        lost += 1;
        return true;
      },
    });
    const answered = await under.callee({ scenario: callee, values });
    const called = await under.caller({ scenario: caller, values });
    expect([called, await answered.done, lost]).toEqual(["", "", 1]);
    await under.quiet();
    expect(under.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL", "HANGUP", "HANGUP"]);
  },
);
