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

// Where the peer must still be there for what is sent again after T1 = 500 ms, the third column says so.
sippTest.each<[string, string, Record<string, string>?]>([
  ["in", "INVITE"],
  ["out", "100 INVITE"],
  ["out", "200 INVITE"],
  ["in", "ACK"],
  ["in", "BYE"],
  ["out", "200 BYE"],
  ["out", "INVITE"],
  ["in", "180 INVITE"],
  ["in", "200 INVITE"],
  ["out", "ACK", { talks: "900" }],
  ["out", "BYE"],
  ["in", "200 BYE", { lingers: "900" }],
])(
  "a call survives that the first %s-going %s is lost",
  async (direction, kind, values: Record<string, string> = {}) => {
    let lost = 0;
    const under = await started({
      answers: { NEW_INBOUND_CALL: [toVoiceConnector()] },
      loses: (datagram, way) => {
        if (lost > 0 || way !== direction || kindOf(datagram) !== kind) return false;
        lost += 1;
        return true;
      },
    });
    const callee = await under.callee({ scenario: "callee-answers", values });
    const caller = await under.caller({ scenario: "caller-hangs-up", values });
    expect([caller, await callee.done, lost]).toEqual(["", "", 1]);
    await under.quiet();
    expect(under.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL", "HANGUP", "HANGUP"]);
  },
);
